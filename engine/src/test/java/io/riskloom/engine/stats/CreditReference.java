package io.riskloom.engine.stats;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * What {@code credit.py} wrote into {@code credit.json}: scores without ties, scores of ten values, and scores of two decimals.
 *
 * @param a    scores that are probabilities
 * @param b    weaker ones for the same cases
 * @param json the expected figures
 */
public record CreditReference(double[] a, double[] b, boolean[] bad, JsonObject json) {

    public static List<CreditReference> cases() throws IOException {
        return StreamSupport.stream(read().getAsJsonArray("cases").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(CreditReference::of)
                .toList();
    }

    static JsonObject read() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(CreditReference.class.getResourceAsStream("credit.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(file).getAsJsonObject();
        }
    }

    private static CreditReference of(JsonObject json) {
        double[] labels = ForecastsReference.numbers(json.get("bad"));
        boolean[] bad = new boolean[labels.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = labels[i] == 1;
        }
        return new CreditReference(
                ForecastsReference.numbers(json.get("a")), ForecastsReference.numbers(json.get("b")), bad, json);
    }

    public double number(String name) {
        return json.get(name).getAsDouble();
    }

    public double number(String part, String name) {
        return json.getAsJsonObject(part).get(name).getAsDouble();
    }

    public double[] numbers(String name) {
        return ForecastsReference.numbers(json.get(name));
    }
}
