package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;

/**
 * Month before day or day before month, where every date of a file can be read both ways. The reading with fewer steps
 * against the file's order wins, then the one with the more even steps; the choice is always told.
 */
final class DayOrder {

    private DayOrder() {}

    /** @param dates read month first; turned in place where day first fits better */
    static ColumnPlan decide(ColumnPlan plan, DateColumn dates, int line, List<ImportReport.Warning> warnings) {
        long[] asRead = IntStream.range(0, dates.size())
                .filter(i -> !dates.isMissing(i))
                .mapToLong(i -> dates.get(i).toEpochDay())
                .toArray();
        long[] turned = IntStream.range(0, dates.size())
                .filter(i -> !dates.isMissing(i))
                .mapToLong(i -> turn(dates.get(i)).toEpochDay())
                .toArray();
        boolean dayFirst = disorder(turned) < disorder(asRead);
        if (dayFirst) {
            for (int i = 0; i < dates.size(); i++) {
                if (!dates.isMissing(i)) {
                    dates.set(i, turn(dates.get(i)));
                }
            }
        }
        DateFormat format = dayFirst ? DateFormat.DAY_MONTH : DateFormat.MONTH_DAY;
        warnings.add(new ImportReport.Warning(
                line, plan.name(), Notice.of("data.warn.dayOrder", line, plan.name(), format.pattern(), dates.min())));
        return new ColumnPlan(plan.name(), plan.type(), format, false);
    }

    private static LocalDate turn(LocalDate date) {
        return LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
    }

    /** Steps against the prevailing direction, plus a fraction that grows with the spread of the steps' lengths. */
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
