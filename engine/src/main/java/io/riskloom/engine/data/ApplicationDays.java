package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;

/**
 * The column of a credit table that tells the day of application: the one to which the reader gives the part of the date, else
 * the one whose name speaks most for it, else the only column of days unless its name speaks of another event, such as a birth. A
 * name that speaks of both is that of an application.
 */
final class ApplicationDays {

    /** Parts of names, those that speak most for the day of application first; what is an applicant's may be any day. */
    private static final List<String> APPLIED = List.of(
            "appl(?!icant)",
            "antrag",
            "申请",
            "申請",
            "request",
            "origination",
            "issue",
            "approv",
            "decision",
            "grant",
            "disburs",
            "payout",
            "auszahl",
            "funded",
            "放款",
            "发放",
            "發放",
            "审批",
            "核准",
            "booking",
            "opened",
            "开户",
            "start",
            "vintage",
            "snapshot",
            "observation");

    /** Parts of names of days that say when something else was: before the application or, worse, after it. */
    private static final Pattern OTHER =
            Pattern.compile("birth|geburt|出生|生日|matur|payment|default|chargeoff|settle|earliest|update|expir"
                    + "|到期|还款|還款|结清|結清|逾期|违约|最近|末次");

    /** As above, but too short for the middle of a word: a lending has no end. */
    private static final Pattern OTHER_WORD = Pattern.compile("dob|end|due|last|next|clos|pa(id|y)|repa(id|y)|hire");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

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
        List<Integer> open = days.stream().filter(roles::open).toList();
        Optional<Integer> named = open.stream()
                .filter(i -> rank(name(sheet, i)) < APPLIED.size())
                .min(Comparator.comparingInt(i -> rank(name(sheet, i))));
        return named.isPresent() || days.size() > 1
                ? named
                : open.stream().filter(i -> !other(name(sheet, i))).findFirst();
    }

    /** The days of some rows; empty where one of them is missing, see {@link #missing}. */
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

    /** Rows without a day. */
    static long missing(DateColumn column, int[] rows) {
        return IntStream.of(rows).filter(column::isMissing).count();
    }

    private static String name(Sheet sheet, int column) {
        return sheet.plans().get(column).name();
    }

    private static int rank(String name) {
        String plain = Headings.plain(name);
        return (int) APPLIED.stream()
                .takeWhile(part -> !Pattern.compile(part).matcher(plain).find())
                .count();
    }

    private static boolean other(String name) {
        return OTHER.matcher(Headings.plain(name)).find()
                || BETWEEN_WORDS.splitAsStream(name).anyMatch(word -> OTHER_WORD
                        .matcher(word.toLowerCase(Locale.ROOT))
                        .lookingAt());
    }
}
