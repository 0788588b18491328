package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a benchmark as CONTRACTS.md prints it; a figure that is not known is NaN here and null there.
 *
 * @param ratio ours over the peer's as speed: 2 is twice as fast
 * @param more  further figures, by the names that the JSON gives them
 */
record BenchCase(
        String name,
        String unit,
        double ours,
        double peer,
        String peerName,
        double ratio,
        int runs,
        double peakMb,
        Map<String, Double> more) {

    BenchCase {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** What a whole measurement prints. */
    static JsonObject json(int threads, List<BenchCase> cases) {
        JsonObject json = new JsonObject();
        json.addProperty("machine", Machine.describe());
        json.addProperty("threads", threads);
        JsonArray array = new JsonArray();
        cases.forEach(one -> array.add(one.toJson()));
        json.add("cases", array);
        return json;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("unit", unit);
        number(json, "ours", ours);
        number(json, "peer", peer);
        json.addProperty("peerName", peerName);
        number(json, "ratio", ratio);
        json.addProperty("runs", runs);
        number(json, "peakMb", peakMb);
        more.forEach((key, value) -> number(json, key, value));
        return json;
    }

    private static void number(JsonObject json, String name, double value) {
        if (Double.isFinite(value)) {
            json.addProperty(name, value);
        } else {
            json.add(name, JsonNull.INSTANCE);
        }
    }
}
