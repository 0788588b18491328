package io.riskloom.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A declared setting of a run, as read from {@link Hyper}.
 *
 * @param name         record component, the key in JSON, on the command line and in the bundles
 * @param kind         how it is edited
 * @param min          smallest permitted number
 * @param max          largest permitted number
 * @param defaultValue {@code Integer}, {@code Long}, {@code Double} or {@code String}
 * @param choices      permitted texts, empty for numbers
 * @param models       those that it concerns, empty for all
 * @param schemes      the validation schemes that it concerns, empty for all
 * @param when         what must hold of other settings besides
 * @param others       defaults in special cases, of the type of the plain one
 */
public record HyperParameter(
        String name,
        Kind kind,
        double min,
        double max,
        Object defaultValue,
        List<String> choices,
        List<String> models,
        List<String> schemes,
        List<Condition> when,
        List<Default> others,
        boolean advanced) {

    public enum Kind {
        INTEGER,
        REAL,
        CHOICE,
        /** Several of the choices, joined by commas in the order of the choices. */
        SEVERAL
    }

    /** A default that holds where all conditions do. */
    public record Default(List<Condition> conditions, Object value) {
        public Default {
            conditions = List.copyOf(conditions);
        }

        boolean holds(UnaryOperator<String> settings) {
            return conditions.stream().allMatch(condition -> condition.holds(settings));
        }
    }

    public HyperParameter {
        choices = List.copyOf(choices);
        models = List.copyOf(models);
        schemes = List.copyOf(schemes);
        when = List.copyOf(when);
        others = List.copyOf(others);
    }

    /** Whether a model pays heed to it. */
    public boolean concerns(String model) {
        return models.isEmpty() || models.contains(model);
    }

    /**
     * Whether a run with these settings pays heed to it.
     *
     * @param settings value of each setting by its name
     */
    public boolean concerns(UnaryOperator<String> settings) {
        return concerns(settings.apply("model"))
                && (schemes.isEmpty() || schemes.contains(settings.apply("scheme")))
                && when.stream().allMatch(condition -> condition.holds(settings));
    }

    /** The default beside these other settings. */
    public Object defaultFor(UnaryOperator<String> settings) {
        return others.stream()
                .filter(other -> other.holds(settings))
                .map(Default::value)
                .findFirst()
                .orElse(defaultValue);
    }

    /** @throws IllegalArgumentException naming the parameter, its range and the value */
    public void check(Object value) {
        if (kind == Kind.CHOICE) {
            if (!choices.contains(String.valueOf(value))) {
                throw new IllegalArgumentException(name + " must be one of " + choices + ", not " + value);
            }
        } else if (kind == Kind.SEVERAL) {
            if (!String.valueOf(value).equals(chosen(String.valueOf(value)))) {
                throw new IllegalArgumentException(name + " must be one or more of " + choices
                        + ", joined by commas, not " + (String.valueOf(value).isEmpty() ? "none" : value));
            }
        } else {
            checkNumber(((Number) value).doubleValue());
        }
    }

    /** A value of several choices in their order, each once, where it names no other; any other value as it is. */
    Object ordered(Object value) {
        if (kind != Kind.SEVERAL) {
            return value;
        }
        List<String> named = Arrays.stream(String.valueOf(value).split(","))
                .map(String::strip)
                .toList();
        return choices.containsAll(named) ? chosen(String.join(",", named)) : value;
    }

    /** Those of the choices that a text names, in the order of the choices; something else where it names none. */
    private String chosen(String text) {
        List<String> named = Arrays.asList(text.split(","));
        List<String> known = choices.stream().filter(named::contains).toList();
        return known.isEmpty() ? "?" : String.join(",", known);
    }

    private void checkNumber(double number) {
        if (!(number >= min && number <= max)) {
            throw new IllegalArgumentException(
                    name + " must be between " + plain(min) + " and " + plain(max) + ", not " + plain(number));
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
