package io.riskloom.engine.model;

import java.util.List;

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
        boolean advanced) {

    public enum Kind {
        INTEGER,
        REAL,
        CHOICE
    }

    public HyperParameter {
        choices = List.copyOf(choices);
        models = List.copyOf(models);
        schemes = List.copyOf(schemes);
    }

    /** Whether a model pays heed to it. */
    public boolean concerns(String model) {
        return models.isEmpty() || models.contains(model);
    }

    /** Whether a model under a validation scheme pays heed to it. */
    public boolean concerns(String model, String scheme) {
        return concerns(model) && (schemes.isEmpty() || schemes.contains(scheme));
    }

    /** @throws IllegalArgumentException naming the parameter, its range and the value */
    public void check(Object value) {
        if (kind == Kind.CHOICE) {
            if (!choices.contains(String.valueOf(value))) {
                throw new IllegalArgumentException(name + " must be one of " + choices + ", not " + value);
            }
            return;
        }
        double number = ((Number) value).doubleValue();
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
