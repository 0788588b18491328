package io.riskloom.engine.data;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.dates.PackedLocalDate;

/**
 * Month first, day first or a short year first, where every date of a column can be read so. The only reading without days on
 * weekends wins; then the one with fewer steps against the file's order, then the one with the more even steps. The choice is
 * always told.
 */
final class DayOrder {

    private static final List<DateFormat> READINGS =
            List.of(DateFormat.MONTH_DAY, DateFormat.DAY_MONTH, DateFormat.SHORT_YEAR);

    /** Fewer different days tell nothing about weekends. */
    private static final int FEW = 5;

    private DayOrder() {}

    /**
     * The readings that fit as many cells as the best of all formats does.
     *
     * @param count number of cells that a format reads
     */
    static List<DateFormat> readings(ToIntFunction<DateFormat> count, DateFormat best) {
        return READINGS.stream()
                .filter(format -> count.applyAsInt(format) == count.applyAsInt(best) && READINGS.contains(best))
                .toList();
    }

    /**
     * @param dates    as the plan's format reads them; turned in place where another reading fits better
     * @param readings the plan's format and others
     */
    static ColumnPlan decide(
            ColumnPlan plan,
            DateColumn dates,
            List<DateFormat> readings,
            int line,
            List<ImportReport.Warning> warnings) {
        int[] rows = IntStream.range(0, dates.size())
                .filter(i -> !dates.isMissing(i))
                .toArray();
        List<Order> orders = new ArrayList<>();
        for (DateFormat reading : readings) {
            int[] turned = IntStream.of(rows)
                    .map(row -> turn(dates.getIntInternal(row), plan.format(), reading))
                    .toArray();
            if (IntStream.of(turned)
                    .allMatch(day -> day > 0)) { // other cells may have been read than this format reads
                orders.add(Order.of(reading, turned));
            }
        }
        if (orders.size() < 2) {
            return plan;
        }
        Order best = best(orders);
        for (int i = 0; i < rows.length; i++) {
            dates.set(rows[i], PackedLocalDate.asLocalDate(best.days()[i]));
        }
        DateFormat format = best.reading();
        warnings.add(new ImportReport.Warning(
                line, plan.name(), Notice.of("data.warn.dayOrder", line, plan.name(), format.pattern(), dates.min())));
        return ColumnPlan.date(plan.name(), format);
    }

    private static Order best(List<Order> orders) {
        List<Order> working = orders.stream().filter(Order::working).toList();
        if (working.size() == 1 && orders.stream().filter(Order::weekends).count() == orders.size() - 1) {
            return working.getFirst();
        }
        Order best = orders.getFirst();
        for (Order order : orders) {
            best = order.disorder() < best.disorder() ? order : best;
        }
        return best;
    }

    /** The packed day that another format reads from the same cell; −1 where there is none. */
    private static int turn(int packed, DateFormat from, DateFormat to) {
        int year = PackedLocalDate.getYear(packed);
        int month = PackedLocalDate.getMonthValue(packed);
        int day = PackedLocalDate.getDayOfMonth(packed);
        int first = from == DateFormat.MONTH_DAY ? month : from == DateFormat.DAY_MONTH ? day : year % 100;
        int second = from == DateFormat.MONTH_DAY ? day : month;
        int third = from == DateFormat.SHORT_YEAR ? DateFormat.year(day, 2) : year;
        return switch (to) {
            case MONTH_DAY -> DateFormat.pack(third, first, second);
            case DAY_MONTH -> DateFormat.pack(third, second, first);
            default -> DateFormat.pack(DateFormat.year(first, 2), second, third % 100);
        };
    }

    /**
     * How a file's days would lie.
     *
     * @param days      packed
     * @param different number of different days
     * @param resting   how many of them are Saturdays or Sundays
     * @param disorder  steps against the prevailing direction, plus a fraction that grows with the spread of the steps' lengths
     */
    private record Order(DateFormat reading, int[] days, int different, long resting, double disorder) {

        static Order of(DateFormat reading, int[] packed) {
            long[] days = IntStream.of(packed)
                    .mapToLong(day -> PackedLocalDate.asLocalDate(day).toEpochDay())
                    .toArray();
            long[] different = LongStream.of(days).distinct().toArray();
            long resting = LongStream.of(different).filter(Order::weekend).count();
            return new Order(reading, packed, different.length, resting, disorder(days));
        }

        /** As good as all days from Monday to Friday. */
        boolean working() {
            return different >= FEW && 20 * resting <= different;
        }

        /** Too many days on Saturday or Sunday for a market. */
        boolean weekends() {
            return 10 * resting > different;
        }

        private static boolean weekend(long day) {
            DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
            return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        }

        private static double disorder(long[] days) {
            int up = 0;
            int down = 0;
            double sum = 0;
            double squares = 0;
            for (int i = 1; i < days.length; i++) {
                long step = days[i] - days[i - 1];
                up += step > 0 ? 1 : 0;
                down += step < 0 ? 1 : 0;
                sum += Math.abs(step);
                squares += (double) step * step;
            }
            double mean = sum / Math.max(1, days.length - 1);
            double spread = mean == 0 ? 0 : squares / Math.max(1, days.length - 1) / (mean * mean);
            return Math.min(up, down) + spread / (1 + spread);
        }
    }
}
