package io.riskloom.engine.data;

/**
 * Days written as eight digits ({@code 20171110}), as fourteen with the time of day, as eight and a time of day, or months as six
 * digits. A fraction of zeros, which programs put behind a column that lacks values ({@code 20171110.0}), is dropped.
 */
final class CompactDates {

    /** Six digits are more often a code than a month of other centuries. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2199;

    private CompactDates() {}

    static int parse(DateFormat format, char[] text, int start, int end) {
        int i = start;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        int digits = i - start;
        return switch (format) {
            case COMPACT ->
                (digits == 8 || (digits == 14 && time(text, start))) && zeros(text, i, end) ? day(text, start) : -1;
            case COMPACT_TIME ->
                digits == 8 && i < end && !zeros(text, i, end) && Clock.reads(text, i, end) ? day(text, start) : -1;
            case MONTH_DIGITS -> digits == 6 && zeros(text, i, end) ? month(text, start) : -1;
            default -> throw new IllegalArgumentException(format + " is not compact");
        };
    }

    private static int day(char[] text, int start) {
        return DateFormat.pack(number(text, start, 4), number(text, start + 4, 2), number(text, start + 6, 2));
    }

    private static int month(char[] text, int start) {
        int year = number(text, start, 4);
        return year < FIRST_YEAR || year > LAST_YEAR ? -1 : DateFormat.pack(year, number(text, start + 4, 2), 1);
    }

    private static boolean time(char[] text, int start) {
        return number(text, start + 8, 2) < 25 && number(text, start + 10, 2) < 60 && number(text, start + 12, 2) < 61;
    }

    private static boolean zeros(char[] text, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (text[i] != '0') {
                return false;
            }
        }
        return from == end || (from + 1 < end && (text[from] == '.' || text[from] == ','));
    }

    private static int number(char[] text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }
}
