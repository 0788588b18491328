package io.riskloom.app.cli;

import com.google.gson.JsonObject;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Json;

/** Prints the playground's result: the output and how far the engine's own is from it. */
final class GridOutput {

    private GridOutput() {}

    static void print(double[][] output, double difference, boolean json, Texts texts) {
        if (json) {
            JsonObject object = new JsonObject();
            object.add("output", Json.gson().toJsonTree(output));
            object.addProperty("maxDifference", difference);
            Common.print(object);
            return;
        }
        for (double[] row : output) {
            StringBuilder line = new StringBuilder();
            for (double value : row) {
                line.append(line.isEmpty() ? "" : ",").append(plain(value));
            }
            System.out.println(line);
        }
        System.err.println(texts.get("cli.conv.agrees", Formats.compact(difference)));
    }

    /** A whole number without a decimal point. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
