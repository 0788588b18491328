package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;

/**
 * The column of a credit table that tells the day of application: the one to which the reader gives the part of the date, else
 * the one whose name speaks most for it, else the only column of days unless its name speaks of another event, such as a birth.
 */
final class ApplicationDays {

    /** Parts of names, those that speak most for the day of application first. */
    private static final List<String> APPLIED = List.of(
            "appl", "antrag", "申请", "申請", "request", "origination", "issue", "approv", "decision", "grant", "disburs", "funded",
            "放款", "发放", "發放", "审批", "核准", "booking", "opened", "开户", "start", "vintage", "snapshot", "observation");

    /** Parts of names of days that say when something else was: before the application or, worse, after it. */
    private static final List<String> OTHER = List.of(
            "birth", "dob", "geburt", "出生", "生日", "end", "matur", "due", "last", "next", "clos", "paid", "payment", "default",
            "chargeoff", "settle", "earliest", "hire", "update", "expir", "到期", "还款", "還款", "结清", "結清", "逾期", "违约", "最近", "末次");

    private ApplicationDays() {}

    /** Index of the column, empty where there is none. */
    static Optional<Integer> column(Sheet sheet, Roles roles) {
        List<Integer> days = IntStream.range(0, sheet.plans().size())
                .filter(i -> sheet.plans().get(i).type() == ColumnPlan.Type.DATE)
                .boxed()
                .toList();
        Optional<Integer> chosen =
                days.stream().filter(i -> roles.of(i).equals("date")).findFirst();
        if (chosen.isPresent()) {
            return chosen;
        }
        List<Integer> open = days.stream()
                .filter(i -> roles.open(i) && !contains(OTHER, name(sheet, i)))
                .toList();
        Optional<Integer> named = open.stream()
                .filter(i -> rank(name(sheet, i)) < APPLIED.size())
                .min(Comparator.comparingInt(i -> rank(name(sheet, i))));
        return named.isPresent() || days.size() > 1 ? named : open.stream().findFirst();
    }

    /** The days of some rows; empty where one of them is missing. */
    static List<LocalDate> of(DateColumn column, int[] rows) {
        List<LocalDate> days = new ArrayList<>(rows.length);
        for (int row : rows) {
            if (column.isMissing(row)) {
                return List.of();
            }
            days.add(column.get(row));
        }
        return days;
    }

    private static String name(Sheet sheet, int column) {
        return Headings.plain(sheet.plans().get(column).name());
    }

    private static int rank(String name) {
        return (int) APPLIED.stream().takeWhile(part -> !name.contains(part)).count();
    }

    private static boolean contains(List<String> parts, String name) {
        return parts.stream().anyMatch(name::contains);
    }
}
