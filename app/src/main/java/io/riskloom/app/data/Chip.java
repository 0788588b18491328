package io.riskloom.app.data;

import java.util.List;

/**
 * A setting of the file as it stands, with what else it could be.
 *
 * @param value   in force, in words
 * @param own     whether the reader set it
 * @param several whether more than one choice can hold
 */
record Chip(Setting setting, String value, boolean own, boolean several, List<Choice> choices) {

    /** @param value what to set; empty to detect */
    record Choice(String value, String words, boolean chosen) {}
}
