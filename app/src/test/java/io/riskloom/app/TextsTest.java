package io.riskloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.HyperParameter;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages are whole. */
class TextsTest {

    /** String literals that look like keys of the bundles. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]*\\.[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)\"");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        List<String> wrong = new ArrayList<>();
        for (String name : Texts.BUNDLES) {
            Properties english = load(name, "");
            Properties chinese = load(name, "_zh_CN");
            TreeSet<String> keys = new TreeSet<>(english.stringPropertyNames());
            keys.addAll(chinese.stringPropertyNames());
            for (String key : keys) {
                String en = english.getProperty(key);
                String zh = chinese.getProperty(key);
                if (en == null || zh == null) {
                    wrong.add(name + ": " + key + " is missing in " + (en == null ? "English" : "Chinese"));
                } else if (placeholders(en) != placeholders(zh)) {
                    wrong.add(
                            name + ": " + key + " has " + placeholders(en) + " and " + placeholders(zh) + " arguments");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aKeyStandsInOneBundleOnly() {
        Map<String, String> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String name : Texts.BUNDLES) {
            for (String key : load(name, "").stringPropertyNames()) {
                String other = seen.put(key, name);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + name);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void everyKeyThatTheCodeNamesIsThere() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        TreeSet<String> roots = new TreeSet<>();
        for (String name : Texts.BUNDLES) {
            for (String key : load(name, "").stringPropertyNames()) {
                known.add(key);
                roots.add(key.substring(0, key.indexOf('.')));
            }
        }
        TreeSet<String> missing = new TreeSet<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("../engine/src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(file -> {
                    Matcher matcher = KEY.matcher(read(file));
                    while (matcher.find()) {
                        String key = matcher.group(1);
                        if (roots.contains(key.substring(0, key.indexOf('.')))
                                && !known.contains(key)
                                && !isFile(key)) {
                            missing.add(key + " in " + file.getFileName());
                        }
                    }
                });
            }
        }
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void everyHyperParameterHasALabelAndHelp() {
        Properties english = load("hyper", "");
        for (String task : Specs.tasks()) {
            for (HyperParameter p : Specs.parameters(Specs.typeOf(task))) {
                assertTrue(english.containsKey("hyper." + p.name()), p.name());
                assertTrue(english.containsKey("hyper." + p.name() + ".help"), p.name());
            }
        }
    }

    /** File names and resource paths look like keys too. */
    private static boolean isFile(String key) {
        return key.matches(".*\\.(csv|json|db|png|svg|html|properties|safetensors|pt|css|ttf|otf)");
    }

    private static int placeholders(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static Properties load(String name, String suffix) {
        String resource = "/io/riskloom/ui/messages/" + name + suffix + ".properties";
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(TextsTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
