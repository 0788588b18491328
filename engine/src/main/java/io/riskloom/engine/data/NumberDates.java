package io.riskloom.engine.data;

/** Days written as three numbers between equal marks; the formats that large files use, so nothing is allocated. */
final class NumberDates {

    private NumberDates() {}

    static int parse(DateFormat format, char[] text, int start, int end) {
        int ten = format == DateFormat.ISO && end - start == 10 ? tenCharacters(text, start) : -1;
        if (ten >= 0) {
            return ten;
        }
        int i = start;
        int first = 0;
        while (i < end && i - start < 4 && digit(text[i])) {
            first = first * 10 + text[i++] - '0';
        }
        int firstDigits = i - start;
        if (firstDigits == 0 || i + 3 >= end) {
            return -1;
        }
        char mark = text[i++];
        int secondStart = i;
        int second = 0;
        while (i < end && i - secondStart < 2 && digit(text[i])) {
            second = second * 10 + text[i++] - '0';
        }
        if (i == secondStart || i + 1 >= end || text[i++] != mark) {
            return -1;
        }
        int thirdStart = i;
        int third = 0;
        while (i < end && i - thirdStart < 4 && digit(text[i])) {
            third = third * 10 + text[i++] - '0';
        }
        int day = day(format, mark, first, firstDigits, second, third, i - thirdStart);
        return day < 0 || i == end || Clock.reads(text, i, end) ? day : -1;
    }

    private static int day(
            DateFormat format, char mark, int first, int firstDigits, int second, int third, int thirdDigits) {
        boolean slashed = mark == '/' || mark == '-';
        boolean last = firstDigits <= 2 && (thirdDigits == 2 || thirdDigits == 4);
        int year = DateFormat.year(third, thirdDigits);
        return switch (format) {
            case ISO ->
                firstDigits == 4 && (slashed || mark == '.') && thirdDigits <= 2
                        ? DateFormat.pack(first, second, third)
                        : -1;
            case MONTH_DAY -> slashed && last ? DateFormat.pack(year, first, second) : -1;
            case DAY_MONTH -> slashed && last ? DateFormat.pack(year, second, first) : -1;
            case DOTTED -> mark == '.' && last ? DateFormat.pack(year, second, first) : -1;
            case SHORT_YEAR ->
                slashed && firstDigits == 2 && thirdDigits <= 2
                        ? DateFormat.pack(DateFormat.year(first, 2), second, third)
                        : -1;
            default -> throw new IllegalArgumentException(format + " has no three numbers");
        };
    }

    /** A day written as {@code 2017-11-10}, as most large files do; −1 where it is not. */
    private static int tenCharacters(char[] text, int start) {
        char mark = text[start + 4];
        if (text[start + 7] != mark || (mark != '-' && mark != '/' && mark != '.')) {
            return -1;
        }
        int month = pair(text, start + 5);
        int day = pair(text, start + 8);
        int century = pair(text, start);
        int year = pair(text, start + 2);
        return century < 0 || year < 0 ? -1 : DateFormat.pack(100 * century + year, month, day);
    }

    /** Two digits as a number, −1 where they are none. */
    private static int pair(char[] text, int at) {
        boolean digits = digit(text[at]) && digit(text[at + 1]);
        return digits ? 10 * (text[at] - '0') + text[at + 1] - '0' : -1;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
