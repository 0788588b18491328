package io.riskloom.engine.data;

/** What counts as a missing cell, and as white space around one. */
final class Cells {

    /** In upper case. */
    private static final String[] WORDS = {
        "NA", "N/A", "N.A.", "NAN", "-NAN", "NULL", "(NULL)", "\\N", "#N/A", "#NV", "#NULL!", "#DIV/0!", "#VALUE!",
        "#REF!", "#NAME?", "#NUM!", "#WERT!", "#BEZUG!", "#ZAHL!", "<NA>", "(NA)", "K.A.", "K. A.", "N.V.", "缺失", "缺失值",
        "空值", "暂无", "暫無", "无数据", "無資料", "不适用", "不適用"
    };

    /** Python's words; {@code none} is a level of real credit tables, {@code NAT} a ticker. */
    private static final String[] EXACT_WORDS = {"None", "NaT"};

    private static final int LONGEST_WORD = 7;

    private Cells() {}

    /** No-break, narrow and ideographic spaces as well as the usual ones. */
    static boolean blank(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u2007'
                || c == '\u2009'
                || c == '\u202F'
                || c == '\u3000'
                || c == '\uFEFF';
    }

    /**
     * Empty, {@code NA}, {@code N/A}, {@code null}, {@code nan}, {@code k.A.}, {@code 缺失} and their like in any case, {@code None},
     * the errors that spreadsheets and terminals write ({@code #N/A}, {@code #NV}, {@code #DIV/0!}, {@code #N/A Invalid Security},
     * a row of {@code #}), {@code \N} of databases, and the signs {@code . ? - …}, also dots and dashes of any kind up to three.
     * Lower-case {@code none} and {@code 无} are levels of real credit tables and stay so.
     */
    static boolean missing(char[] text, int start, int length) {
        if (length == 0) {
            return true;
        }
        char first = text[start];
        if (first >= '0' && first <= '9') {
            return false;
        } else if (length == 1 && (first == '?' || first == '…' || first == '\u2212')) {
            return true;
        } else if (length <= 3 && (first == '.' || dash(first))) {
            return all(first, text, start, length);
        } else if (first == '#' && length > LONGEST_WORD) {
            return all('#', text, start, length) || is("#N/A ", text, start);
        }
        return length <= LONGEST_WORD && word(text, start, length);
    }

    /** {@code NA} itself, which is also a ticker. */
    static boolean na(char[] text, int start, int length) {
        return length == 2 && text[start] == 'N' && text[start + 1] == 'A';
    }

    private static boolean word(char[] text, int start, int length) {
        for (String word : WORDS) {
            if (word.length() == length && is(word, text, start)) {
                return true;
            }
        }
        for (String word : EXACT_WORDS) {
            if (word.length() == length && same(word, text, start)) {
                return true;
            }
        }
        return length > 2 && all('#', text, start, length);
    }

    private static boolean same(String word, char[] text, int start) {
        for (int i = 0; i < word.length(); i++) {
            if (text[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean dash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015');
    }

    private static boolean all(char mark, char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (text[i] != mark) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(String word, char[] text, int start) {
        for (int i = 0; i < word.length(); i++) {
            char c = text[start + i];
            if ((c >= 'a' && c <= 'z' ? c - 32 : c) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
