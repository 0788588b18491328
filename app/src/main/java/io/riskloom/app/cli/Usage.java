package io.riskloom.app.cli;

import io.riskloom.app.text.Texts;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Checks of a command's options; each refusal is wrong usage (exit 2) and names the option and what fits. */
record Usage(CommandLine line, Texts texts) {

    /** A refusal in words of the {@code cli.usage} keys. */
    ParameterException wrong(String key, Object... args) {
        return new ParameterException(line, texts.get(key, args));
    }

    void range(String option, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw wrong(
                    "cli.usage.range", option, GridOutput.plain(min), GridOutput.plain(max), GridOutput.plain(value));
        }
    }

    void choice(String option, String value, List<String> choices) {
        if (!choices.contains(value)) {
            throw wrong("cli.usage.choice", option, String.join(", ", choices), value);
        }
    }
}
