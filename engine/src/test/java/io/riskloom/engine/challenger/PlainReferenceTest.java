package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plain forecasts against {@code plain.py}, beside the stored answers. */
class PlainReferenceTest {
    private static JsonObject reference;

    @BeforeAll
    static void read() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(PlainReferenceTest.class.getResourceAsStream("plain.json")),
                StandardCharsets.UTF_8)) {
            reference = JsonParser.parseReader(file).getAsJsonObject();
        }
    }

    private static double[] numbers(JsonElement array) {
        JsonArray values = array.getAsJsonArray();
        return IntStream.range(0, values.size())
                .mapToDouble(i -> values.get(i).getAsDouble())
                .toArray();
    }

    private static int[] integers(String name) {
        return Arrays.stream(numbers(reference.get(name)))
                .mapToInt(v -> (int) v)
                .toArray();
    }

    private static List<JsonObject> series() {
        return reference.getAsJsonArray("series").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static int known() {
        return reference.get("known").getAsInt();
    }

    @Test
    void autoregressionsHaveTheOrdersCoefficientsAndPathsOfTheReference() throws NoticeException {
        int[] origins = integers("origins");
        int[] orders = new int[3];
        for (int k = 0; k < 3; k++) {
            JsonObject one = series().get(k);
            Autoregression ar = Autoregression.fit(numbers(one.get("close")), 0, known(), integers("steps"));
            double[] b = numbers(one.get("ar"));
            orders[k] = ar.coefficients().length;
            assertEquals(b[0], ar.constant(), 1e-12);
            assertArrayEquals(Arrays.copyOfRange(b, 1, b.length), ar.coefficients(), 1e-9);
            for (int i = 0; i < origins.length; i++) {
                assertArrayEquals(numbers(one.getAsJsonArray("arForecasts").get(i)), ar.forecast(origins[i]), 1e-11);
            }
        }
        assertArrayEquals(new int[] {2, 0, 2}, orders);
    }

    @Test
    void volatilityModelsGiveTheReferencesAnswers() throws NoticeException {
        for (JsonObject one : series()) {
            double[] close = numbers(one.get("close"));
            for (JsonElement element : one.getAsJsonArray("volatility")) {
                JsonObject target = element.getAsJsonObject();
                int days = target.get("days").getAsInt();
                int horizon = target.get("horizon").getAsInt();
                JsonObject answers = target.getAsJsonObject("answers");
                compare(answers.get("lastValue"), new LastVolatility(close, days));
                compare(answers.get("constantVolatility"), ConstantVolatility.fit(close, 0, known(), days, horizon));
                int ahead = Math.min(days, horizon);
                compare(answers.get("ewma"), levelled(new Ewma(close), close, days, horizon));
                Har har = Har.fit(close, 0, known(), ahead, horizon);
                compare(answers.get("har"), levelled(har, close, days, horizon));
                assertArrayEquals(slopes(numbers(target.get("har"))), slopes(har), 1e-8);
                SquaredReturns squares = new SquaredReturns(close);
                GarchVolatility garch =
                        GarchVolatility.of(garch(), squares, squares.returns(1, known()), ahead, horizon);
                compare(answers.get("garch"), levelled(garch, close, days, horizon));
            }
        }
    }

    private static PlainForecast levelled(PlainForecast model, double[] close, int days, int horizon)
            throws NoticeException {
        return Levelled.of(model, close, 0, known(), days, horizon);
    }

    private static double[] slopes(double[] withConstantLast) {
        return Arrays.copyOf(withConstantLast, 3);
    }

    private static double[] slopes(Har har) {
        return Arrays.copyOfRange(har.coefficients(), 1, 4);
    }

    private static Garch garch() {
        JsonObject p = reference.getAsJsonObject("garch");
        return new Garch(
                p.get("mu").getAsDouble(),
                p.get("omega").getAsDouble(),
                p.get("alpha").getAsDouble(),
                p.get("beta").getAsDouble(),
                6,
                Double.NaN);
    }

    private static void compare(JsonElement expected, PlainForecast model) {
        int[] origins = integers("origins");
        for (int i = 0; i < origins.length; i++) {
            double[] forecast = model.forecast(origins[i]);
            assertEquals(1, forecast.length);
            assertEquals(numbers(expected)[i], forecast[0], 1e-9, model.name() + " from " + origins[i]);
        }
    }
}
