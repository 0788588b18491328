package io.riskloom.engine.data;

/** What counts as a missing cell, and as white space around one. */
final class Cells {

    private Cells() {}

    /** No-break and ideographic spaces as well as the usual ones. */
    static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF';
    }

    /**
     * Empty, {@code NA}, {@code N/A}, {@code #N/A}, {@code null}, {@code nan} in any case, {@code None}, and the signs
     * {@code . ? - --}. Lower-case {@code none} is a level of real credit tables and stays one.
     */
    static boolean missing(char[] text, int start, int length) {
        if (length > 4) {
            return false;
        }
        return switch (length) {
            case 0 -> true;
            case 1 -> text[start] == '.' || text[start] == '?' || text[start] == '-';
            case 2 -> is("NA", text, start) || (text[start] == '-' && text[start + 1] == '-');
            case 3 -> is("N/A", text, start) || is("NAN", text, start);
            default -> is("NULL", text, start) || is("#N/A", text, start) || none(text, start);
        };
    }

    private static boolean none(char[] text, int start) {
        return text[start] == 'N' && text[start + 1] == 'o' && text[start + 2] == 'n' && text[start + 3] == 'e';
    }

    private static boolean is(String token, char[] text, int start) {
        for (int i = 0; i < token.length(); i++) {
            char c = text[start + i];
            if ((c >= 'a' && c <= 'z' ? c - 32 : c) != token.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
