package io.riskloom.app.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.riskloom.engine.quality.Reading;
import picocli.CommandLine.Option;

/** How a file is to be read, in the JSON that specifications keep it in. */
final class ReadingOption {

    @Option(
            names = "--settings",
            paramLabel = "JSON",
            description =
                    "How the file is read, such as '{\"separator\": \";\", \"target\": \"status\", \"bad\": [\"late\"]}'. "
                            + "Members: encoding, separator, decimal, header, dates, kind, target, bad, roles, conflicts; "
                            + "what is not named is detected. A credit table without a target has the target '-'.")
    private String settings;

    @Option(
            names = "--reading",
            paramLabel = "JSON",
            description =
                    "In place of --settings: an object of settings and steps, the corrections, as specifications hold it.")
    private String reading;

    Reading reading(Usage usage) {
        if (settings != null && reading != null) {
            throw usage.wrong("cli.usage.either", "--settings", "--reading");
        }
        if (settings != null) {
            JsonObject whole = new JsonObject();
            whole.add("settings", object(usage, "--settings", settings));
            return parse(usage, "--settings", whole);
        }
        return reading == null ? Reading.PLAIN : parse(usage, "--reading", object(usage, "--reading", reading));
    }

    private static JsonObject object(Usage usage, String option, String text) {
        try {
            JsonElement json = JsonParser.parseString(text);
            if (json.isJsonObject()) {
                return json.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            throw usage.wrong("cli.usage.json", option, firstLine(e));
        }
        throw usage.wrong("cli.usage.object", option, text, "{\"separator\": \";\"}");
    }

    private static Reading parse(Usage usage, String option, JsonObject json) {
        try {
            return Reading.parse(json.toString());
        } catch (IllegalArgumentException e) {
            throw usage.wrong("cli.usage.json", option, firstLine(e));
        }
    }

    private static String firstLine(RuntimeException error) {
        Throwable said =
                error.getCause() == null || error instanceof IllegalArgumentException ? error : error.getCause();
        return String.valueOf(said.getMessage()).lines().findFirst().orElse("");
    }
}
