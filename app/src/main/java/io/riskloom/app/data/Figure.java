package io.riskloom.app.data;

/** A key figure in words: what it is, its value, and what stands small below. */
record Figure(String caption, String value, String note) {
    static final Figure NONE = new Figure("", "", "");
}
