package io.riskloom.engine.model;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * That a setting has one of some values.
 *
 * @param setting name of a choice among the settings of the same specification
 * @param values  at least one
 */
public record Condition(String setting, List<String> values) {

    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values for " + setting);
        }
    }

    /** Reads {@code "target=path|return"}. */
    static Condition parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("expected setting=value|value, found " + text);
        }
        return new Condition(
                text.substring(0, equals), List.of(text.substring(equals + 1).split("\\|")));
    }

    /** @param settings value of each setting by its name */
    public boolean holds(UnaryOperator<String> settings) {
        return values.contains(settings.apply(setting));
    }
}
