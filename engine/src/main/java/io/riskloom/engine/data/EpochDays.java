package io.riskloom.engine.data;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;

/**
 * Days written as a count: seconds (9 or 10 digits, from 1973 on), milliseconds (12 or 13), microseconds (15 or 16) or nanoseconds
 * (18 or 19) since 1970 in UTC, and the serial numbers of spreadsheets in the 1900 system, 20,000 (October 1954) to 60,000 (April
 * 2064). A fraction is dropped.
 */
final class EpochDays {

    /** Of nanoseconds until April 2262, as long as they fit 64 bits. */
    private static final int MOST_DIGITS = 19;

    private static final long DAY = 86_400;
    private static final long NOON = DAY / 2;
    private static final long HOUR = 3_600;
    /** The serial number of 1 January 1970; spreadsheets count a 29 February 1900 that never was. */
    private static final int SERIAL_1970 = 25_569;

    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 60_000;

    private EpochDays() {}

    static int parse(DateFormat format, char[] text, int start, int end) {
        int digits = digits(text, start, end);
        if (digits < 5 || digits > MOST_DIGITS) {
            return -1;
        }
        long count = number(text, start, digits);
        return switch (format) {
            case EPOCH_SECONDS -> digits == 9 || digits == 10 ? day(count / perDay(format)) : -1;
            case EPOCH_MILLIS -> digits == 12 || digits == 13 ? day(count / perDay(format)) : -1;
            case EPOCH_MICROS -> digits == 15 || digits == 16 ? day(count / perDay(format)) : -1;
            case EPOCH_NANOS -> digits >= 18 && count > 0 ? day(count / perDay(format)) : -1;
            case EXCEL_SERIAL -> count >= FIRST_SERIAL && count <= LAST_SERIAL ? day(count - SERIAL_1970) : -1;
            default -> throw new IllegalArgumentException(format + " is no count");
        };
    }

    /** Whether the serial number of five digits at {@code start} is a Saturday or a Sunday. */
    static boolean weekend(char[] text, int start) {
        return number(text, start, 5) % 7 <= 1;
    }

    /**
     * Local midnights of zones east of UTC fall on the day before in UTC. Where all times of day are after noon and the same, but
     * for an hour of summer time, and days fall on Sundays and none on a Friday, every day is moved to the next, which is told.
     *
     * @param dates  as read; moved in place
     * @param sample cells of the column as text, which tell the times of day
     */
    static void decide(
            ColumnPlan plan, DateColumn dates, List<String> sample, int line, List<ImportReport.Warning> warnings) {
        long perDay = perDay(plan.format());
        if (perDay == 0 || !midnightsEast(sample, perDay / DAY)) {
            return;
        }
        int[] rows = IntStream.range(0, dates.size())
                .filter(i -> !dates.isMissing(i))
                .toArray();
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (int row : rows) {
            weekdays.add(dates.get(row).getDayOfWeek());
        }
        if (!weekdays.contains(DayOfWeek.SUNDAY) || weekdays.contains(DayOfWeek.FRIDAY)) {
            return;
        }
        for (int row : rows) {
            dates.set(row, dates.get(row).plusDays(1));
        }
        warnings.add(new ImportReport.Warning(
                line, plan.name(), Notice.of("data.warn.epochShift", line, plan.name(), dates.min())));
    }

    /** How many of its units a day has; 0 for a format that counts no part of a second. */
    private static long perDay(DateFormat format) {
        return switch (format) {
            case EPOCH_SECONDS -> DAY;
            case EPOCH_MILLIS -> 1_000 * DAY;
            case EPOCH_MICROS -> 1_000_000 * DAY;
            case EPOCH_NANOS -> 1_000_000_000 * DAY;
            default -> 0;
        };
    }

    private static boolean midnightsEast(List<String> sample, long perSecond) {
        long least = DAY;
        long most = 0;
        for (String cell : sample) {
            char[] text = cell.toCharArray();
            int digits = digits(text, 0, text.length);
            if (digits >= 9) {
                long time = number(text, 0, digits) / perSecond % DAY;
                least = Math.min(least, time);
                most = Math.max(most, time);
            }
        }
        return least >= NOON && least < DAY && (most == least || most - least == HOUR);
    }

    /** How many digits stand in front of the end or a fraction; 0 where anything else follows. */
    private static int digits(char[] text, int start, int end) {
        int at = start;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        int digits = at - start;
        if (at + 1 < end && (text[at] == '.' || text[at] == ',')) {
            at++;
            while (at < end && text[at] >= '0' && text[at] <= '9') {
                at++;
            }
        }
        return at == end ? digits : 0;
    }

    private static long number(char[] text, int start, int digits) {
        long value = 0;
        for (int i = start; i < start + digits; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    /** The packed day of a count of days since 1970: years begin in March, 400 of them have 146,097 days (Hinnant). */
    private static int day(long sinceEpoch) {
        long days = sinceEpoch + 719_468;
        long era = days / 146_097;
        long dayOfEra = days % 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long march = (5 * dayOfYear + 2) / 153;
        int day = (int) (dayOfYear - (153 * march + 2) / 5 + 1);
        int month = (int) (march < 10 ? march + 3 : march - 9);
        return DateFormat.pack((int) (yearOfEra + 400 * era) + (month <= 2 ? 1 : 0), month, day);
    }
}
