package io.riskloom.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Something the engine has to say to a person: the key of a message and its arguments. The engine never holds sentences; the
 * application looks the key up in the English or Chinese bundle ({@code {0}} is the first argument).
 *
 * @param key  key in the message bundles, such as {@code data.error.headerOnly}
 * @param args arguments in the order of the message's placeholders; numbers already formatted with a decimal point; a plain
 *     model's name and a clause of a verdict as keys themselves, such as {@code challenger.har}
 */
public record Notice(String key, List<String> args) {

    public Notice {
        Objects.requireNonNull(key, "key");
        args = List.copyOf(args);
    }

    /** A notice whose arguments are given as objects; each becomes its {@code String.valueOf}. */
    public static Notice of(String key, Object... args) {
        return new Notice(key, Arrays.stream(args).map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        return args.isEmpty() ? key : key + args;
    }
}
