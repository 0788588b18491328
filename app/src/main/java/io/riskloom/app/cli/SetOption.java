package io.riskloom.app.cli;

import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --set}. All that it names is changed at once, so that defaults which depend on it follow. */
final class SetOption {

    @Option(names = "--set", paramLabel = "key=value", description = "Changes a setting; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The specification with the settings changed; what does not fit is wrong usage. */
    RunSpec apply(RunSpec spec, Usage usage) {
        try {
            return Specs.with(spec, settings);
        } catch (IllegalArgumentException e) {
            Map.Entry<String, String> wrong = settings.entrySet().stream()
                    .filter(setting -> !fits(spec, setting))
                    .findFirst()
                    .orElse(settings.entrySet().iterator().next());
            throw usage.wrong("cli.usage.set", wrong.getKey(), wrong.getValue(), e.getMessage());
        }
    }

    private static boolean fits(RunSpec spec, Map.Entry<String, String> setting) {
        try {
            Specs.with(spec, setting.getKey(), setting.getValue());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
