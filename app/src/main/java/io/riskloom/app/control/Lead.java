package io.riskloom.app.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut after its first clause that ends with a colon or a full stop.
 *
 * @param finding the clause with its mark
 * @param rest    what follows, may be empty
 */
record Lead(String finding, String rest) {

    /** A colon or full stop within a figure is followed by a digit. */
    private static final Pattern END = Pattern.compile("[:.](?=\\s|$)|[：。]");

    static Lead of(String words) {
        if (words == null) {
            return new Lead("", "");
        }
        Matcher end = END.matcher(words);
        return end.find()
                ? new Lead(
                        words.substring(0, end.end()),
                        words.substring(end.end()).strip())
                : new Lead(words, "");
    }
}
