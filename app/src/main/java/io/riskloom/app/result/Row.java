package io.riskloom.app.result;

/**
 * A line of a list of figures, in the reader's language.
 *
 * @param key   what it is about, such as a metric's name
 * @param words its label
 * @param value its figure
 * @param note  its interval or another short remark, may be empty
 * @param help  what it means, may be empty
 */
public record Row(String key, String words, String value, String note, String help) {

    public Row(String key, String words, String value, String note) {
        this(key, words, value, note, "");
    }
}
