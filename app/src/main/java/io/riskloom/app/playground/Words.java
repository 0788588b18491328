package io.riskloom.app.playground;

import java.util.Locale;

/** Constants as they stand in message keys: {@code LEAKY_RELU} is {@code leakyRelu}. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }
}
