package io.riskloom.app.result;

/** A key figure in words: what it is, its value, and what stands small below. */
public record Figure(String caption, String value, String note) {
    public static final Figure NONE = new Figure("", "", "");
}
