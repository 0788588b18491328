package io.riskloom.engine.stats;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;

/** What {@code forecasts.py} wrote into {@code forecasts.json}. */
final class ForecastsReference {

    private ForecastsReference() {}

    static JsonObject read() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(ForecastsReference.class.getResourceAsStream("forecasts.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(file).getAsJsonObject();
        }
    }

    static double[] numbers(JsonElement array) {
        JsonArray values = array.getAsJsonArray();
        return IntStream.range(0, values.size())
                .mapToDouble(i -> values.get(i).getAsDouble())
                .toArray();
    }
}
