package io.riskloom.engine.data;

/** Names of weekdays before or behind a day, in English, German and Chinese: {@code Fri,} {@code Freitag,} {@code 星期五}. */
final class Weekdays {

    private static final String[] NAMES = {
        "monday", "mon", "montag", "mo", "tuesday", "tues", "tue", "dienstag", "di", "wednesday", "wed", "mittwoch",
                "mi",
        "thursday", "thurs", "thur", "thu", "donnerstag", "do", "friday", "fri", "freitag", "fr", "saturday", "sat",
                "samstag",
        "sonnabend", "sa", "sunday", "sun", "sonntag", "so"
    };

    private static final String[] CHINESE = {"星期", "礼拜", "禮拜", "周", "週", ""};

    private Weekdays() {}

    /** Position behind a weekday and the mark or blanks behind it; {@code from} where there is none. */
    static int behind(char[] text, int from, int end) {
        boolean bracket = text[from] == '(' || text[from] == '（';
        int at = bracket ? from + 1 : from;
        int name = latin(text, at, end);
        name = name > at ? name : chinese(text, at, end);
        if (name == at) {
            return from;
        }
        while (name < end && (text[name] == '.' || text[name] == ',' || close(text[name]) || Cells.blank(text[name]))) {
            name++;
        }
        return name;
    }

    private static boolean close(char c) {
        return c == ')' || c == '）';
    }

    private static int latin(char[] text, int from, int end) {
        int to = from;
        while (to < end && Character.isLetter(text[to])) {
            to++;
        }
        for (String name : NAMES) {
            if (MonthNames.same(name, text, from, to)) {
                return to;
            }
        }
        return from;
    }

    private static int chinese(char[] text, int from, int end) {
        for (String prefix : CHINESE) {
            int at = from + prefix.length();
            if (at < end && MonthNames.same(prefix, text, from, at) && "一二三四五六日天".indexOf(text[at]) >= 0) {
                return at + 1;
            }
        }
        return from;
    }
}
