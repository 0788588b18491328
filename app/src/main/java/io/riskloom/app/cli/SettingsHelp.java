package io.riskloom.app.cli;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Condition;
import io.riskloom.engine.model.HyperParameter;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The settings of every task as the foot of a command's help, read from where they are declared. */
final class SettingsHelp {

    /** Settings that name something in the data; they have neither a range nor a default. */
    private static final List<String> NAMES = List.of("series", "groups");

    /** Tasks over tables of applicants, which have no series. */
    private static final List<String> OVER_APPLICANTS = List.of("credit", "anomaly");

    /** Where what is said of a setting begins. */
    private static final int INDENT = 21;

    private final Texts texts;
    private final HangingText hanging;

    private SettingsHelp(Texts texts, int width) {
        this.texts = texts;
        this.hanging = new HangingText(width, INDENT);
    }

    /** @param tasks those whose settings are told */
    static String[] lines(Texts texts, List<String> tasks, int width) {
        SettingsHelp help = new SettingsHelp(texts, width);
        return tasks.stream().flatMap(help::task).toArray(String[]::new);
    }

    private Stream<String> task(String task) {
        Class<? extends RunSpec> type = Specs.typeOf(task);
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(new HangingText(hanging.width(), 2).lines("", texts.get("cli.help.settings", task)));
        lines.set(1, lines.get(1).strip());
        Specs.parameters(type)
                .forEach(p -> lines.addAll(hanging.lines(
                        "  " + p.name(), texts.get("cli.help.default", range(p), value(p.defaultValue())), words(p))));
        Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> NAMES.contains(name) && !(name.equals("series") && OVER_APPLICANTS.contains(task)))
                .forEach(name -> lines.addAll(
                        hanging.lines("  " + name, texts.get("cli.help.name"), texts.get("cli.help." + name))));
        return lines.stream().map(line -> line.replace("%", "%%"));
    }

    private static String range(HyperParameter p) {
        return switch (p.kind()) {
            case CHOICE -> String.join("|", p.choices());
            case SEVERAL -> String.join(",", p.choices());
            case INTEGER, REAL -> plain(p.min()) + "…" + plain(p.max());
        };
    }

    /** Its help, in brackets what it concerns, in braces its other defaults. */
    private String words(HyperParameter p) {
        List<String> concerns = new ArrayList<>();
        if (!p.models().isEmpty()) {
            concerns.add(String.join("|", p.models()));
        }
        if (!p.schemes().isEmpty()) {
            concerns.add("scheme=" + String.join("|", p.schemes()));
        }
        p.when().forEach(condition -> concerns.add(words(condition)));
        List<String> others = p.others().stream()
                .map(other -> String.join(
                                "&",
                                other.conditions().stream()
                                        .map(SettingsHelp::words)
                                        .toList())
                        + ": " + value(other.value()))
                .toList();
        return texts.get("hyper." + p.name() + ".help")
                + (concerns.isEmpty() ? "" : " [" + String.join("; ", concerns) + "]")
                + (others.isEmpty() ? "" : " {" + String.join("; ", others) + "}");
    }

    private static String words(Condition condition) {
        return condition.setting() + "=" + String.join("|", condition.values());
    }

    private static String value(Object value) {
        return value instanceof Double d ? plain(d) : String.valueOf(value);
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
