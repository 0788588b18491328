package io.riskloom.app.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut after its first clause that ends with a colon or a full stop, to be shown one above the other.
 *
 * @param finding the clause with its mark; without a colon, unless what follows goes on with a small letter
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
        if (!end.find()) {
            return new Lead(words, "");
        }
        String rest = words.substring(end.end()).strip();
        boolean stands = !end.group().matches("[:：]") || !rest.isEmpty() && Character.isLowerCase(rest.charAt(0));
        return new Lead(words.substring(0, stands ? end.end() : end.start()), rest);
    }
}
