package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * The column that tells who paid, and which of its two texts means that one did not.
 *
 * @param column index in the sheet
 * @param sure   whether the texts say themselves which is bad; otherwise it is a convention (1 of 0/1, 2 of 1/2, the rarer)
 * @param named  whether the column's name says that it is the target; otherwise its place and values do
 */
record Target(int column, String good, String bad, boolean sure, boolean named) {

    private static final Set<String> BAD = Set.of(
            "bad",
            "b",
            "default",
            "defaulted",
            "chargedoff",
            "chargeoff",
            "writtenoff",
            "late",
            "delinquent",
            "rejected",
            "refused",
            "denied",
            "declined",
            "notpaid",
            "unpaid",
            "high",
            "risky",
            "坏",
            "违约",
            "逾期",
            "拒绝",
            "-");

    private static final Set<String> GOOD = Set.of(
            "good",
            "g",
            "paid",
            "fullypaid",
            "repaid",
            "current",
            "approved",
            "accepted",
            "nondefault",
            "nodefault",
            "low",
            "safe",
            "好",
            "正常",
            "未违约",
            "未逾期",
            "通过",
            "+");

    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "t", "是");
    private static final Set<String> NO = Set.of("0", "no", "n", "false", "f", "否");

    /** The named column of best rank with two classes. */
    static Optional<Target> named(Sheet sheet) {
        return ranked(sheet).stream().flatMap(i -> of(sheet, i, true).stream()).findFirst();
    }

    /** The last, else the first column where its two texts are of the usual ones: 0/1, yes/no, good/bad, +/−. */
    static Optional<Target> placed(Sheet sheet) {
        int last = sheet.plans().size() - 1;
        return IntStream.of(last, 0)
                .boxed()
                .flatMap(i -> of(sheet, i, false).stream())
                .filter(t -> t.sure() || usual(t))
                .findFirst();
    }

    private static boolean usual(Target t) {
        String low = word(t.good());
        String high = word(t.bad());
        return (NO.contains(low) && YES.contains(high)) || (low.equals("1") && high.equals("2"));
    }

    /**
     * The column that the user names, or the best one.
     *
     * @throws DataException where there is none, where the named one is not in the file, or where it has not two classes
     */
    static Target find(Sheet sheet, String name) throws DataException {
        if (name.isEmpty()) {
            Optional<Target> named = named(sheet);
            if (named.isPresent()) {
                return named.get();
            }
            for (int i : ranked(sheet)) {
                if (levels(sheet, i).size() == 1) { // rather than take another column for it
                    throw error(
                            sheet,
                            "data.error.oneClass",
                            i,
                            levels(sheet, i).keySet().iterator().next());
                }
            }
            Optional<Target> placed = placed(sheet);
            if (placed.isPresent()) {
                return placed.get();
            }
            throw new DataException("data.error.noTarget", sheet.file().name(), 0, "", "", names(sheet));
        }
        int column = IntStream.range(0, sheet.plans().size())
                .filter(i -> sheet.plans().get(i).name().equals(name))
                .findFirst()
                .orElse(-1);
        if (column < 0) {
            throw new DataException("data.error.targetMissing", sheet.file().name(), 1, name, name, names(sheet));
        }
        Map<String, Integer> levels = levels(sheet, column);
        if (levels.size() == 1) {
            throw error(
                    sheet,
                    "data.error.oneClass",
                    column,
                    levels.keySet().iterator().next());
        }
        return of(sheet, column, true)
                .orElseThrow(() -> error(sheet, "data.error.manyClasses", column, String.join(", ", levels.keySet())));
    }

    /** Columns whose names are those of targets, the most telling first. */
    private static List<Integer> ranked(Sheet sheet) {
        return IntStream.range(0, sheet.plans().size())
                .boxed()
                .filter(i -> Headings.targetRank(sheet.plans().get(i).name()) >= 0)
                .sorted(Comparator.comparingInt(
                        i -> Headings.targetRank(sheet.plans().get(i).name())))
                .toList();
    }

    private static Optional<Target> of(Sheet sheet, int column, boolean named) {
        Map<String, Integer> levels = levels(sheet, column);
        if (levels.size() != 2) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>(levels.keySet());
        String first = texts.get(0);
        String second = texts.get(1);
        for (boolean swap : new boolean[] {false, true}) {
            String good = swap ? second : first;
            String bad = swap ? first : second;
            boolean badWord = BAD.contains(word(bad));
            boolean goodWord = GOOD.contains(word(good));
            if ((badWord && !BAD.contains(word(good))) || (goodWord && !GOOD.contains(word(bad)))) {
                return Optional.of(new Target(column, good, bad, badWord || goodWord, named));
            }
            if (NO.contains(word(good)) && YES.contains(word(bad))) {
                return Optional.of(yesNo(sheet, column, good, bad, named));
            }
            if (word(good).equals("1") && word(bad).equals("2")) {
                return Optional.of(new Target(column, good, bad, false, named));
            }
        }
        boolean firstRarer = levels.get(first) < levels.get(second);
        return Optional.of(new Target(column, firstRarer ? second : first, firstRarer ? first : second, false, named));
    }

    /** Yes is the event that the name speaks of: {@code default = 1} did not pay, {@code good = 1} did. */
    private static Target yesNo(Sheet sheet, int column, String no, String yes, boolean named) {
        String name = Headings.plain(sheet.plans().get(column).name());
        boolean paid = Set.of("good", "isgood").contains(name);
        boolean failed = name.contains("default")
                || name.contains("违约")
                || Set.of("bad", "isbad", "badflag").contains(name)
                || name.equals("seriousdlqin2yrs");
        return paid ? new Target(column, yes, no, true, named) : new Target(column, no, yes, failed, named);
    }

    /** Texts with their counts; more than two are cut off after the fifth. */
    private static Map<String, Integer> levels(Sheet sheet, int column) {
        Column<?> cells = sheet.column(column);
        Map<String, Integer> levels = new LinkedHashMap<>();
        if (sheet.plans().get(column).type() == ColumnPlan.Type.DATE) {
            return levels;
        }
        for (int row = 0; row < sheet.rows() && levels.size() < 6; row++) {
            if (!cells.isMissing(row)) {
                levels.merge(text(cells, row), 1, Integer::sum);
            }
        }
        return levels;
    }

    /** A cell of a target as text; whole numbers without decimals. */
    static String text(Column<?> cells, int row) {
        if (cells instanceof DoubleColumn numbers) {
            double value = numbers.getDouble(row);
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
        return String.valueOf(cells.get(row));
    }

    private static String word(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        return lower.length() == 1
                ? lower
                : lower.replace(" ", "").replace("_", "").replace("-", "");
    }

    private static String names(Sheet sheet) {
        return String.join(", ", sheet.plans().stream().map(ColumnPlan::name).toList());
    }

    private static DataException error(Sheet sheet, String key, int column, String found) {
        return new DataException(
                key, sheet.file().name(), 0, sheet.plans().get(column).name(), "", found);
    }
}
