package io.riskloom.engine.quality;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be found in one feature of a credit table. */
final class ColumnChecks {

    private static final double MANY = 0.3;
    private static final double MOST = 0.8;
    private static final double RANGES = 10;

    /** More than this share of a column are its own long tail, as amounts have it, and no mistakes. */
    private static final double TAIL = 0.005;

    private final CreditColumn column;
    private final int[] lines;
    private final List<Finding> findings = new ArrayList<>();

    private ColumnChecks(CreditColumn column, int[] lines) {
        this.column = column;
        this.lines = lines;
    }

    /** @param bad empty where there is no target */
    static List<Finding> of(CreditColumn column, boolean[] bad, int[] lines) {
        ColumnChecks checks = new ColumnChecks(column, lines);
        checks.leak(bad);
        checks.missing();
        switch (column) {
            case CreditColumn.Numeric numbers -> checks.numbers(numbers.values());
            case CreditColumn.Categorical categories -> checks.levels(categories);
        }
        return checks.findings;
    }

    private void leak(boolean[] bad) {
        int bads = (int) IntStream.range(0, bad.length).filter(i -> bad[i]).count();
        if (Math.min(bads, bad.length - bads) < Leak.FEWEST) {
            return;
        }
        double auc = Leak.auc(column, bad);
        if (Math.abs(auc - 0.5) > Leak.SUSPICIOUS) {
            Notice notice = Notice.of("quality.leak", column.name(), Plain.number(Math.rint(1000 * auc) / 1000));
            add(Check.LEAK, Severity.SEVERE, column.size(), row -> false, notice, List.of(leaveOut(Check.LEAK)));
        }
    }

    private void missing() {
        int count = column.missing();
        double share = (double) count / column.size();
        if (share <= MANY) {
            return;
        }
        String level = column instanceof CreditColumn.Categorical ? "missing" : "0";
        Step fill = new Step(Check.MISSING, Fix.FILL_VALUE, "", column.name(), level);
        Notice notice = Notice.of("quality.missing", column.name(), count, Plain.percent(share));
        add(
                Check.MISSING,
                share > MOST ? Severity.WARNING : Severity.NOTE,
                count,
                missingCells(),
                notice,
                share > MOST ? List.of(leaveOut(Check.MISSING), fill) : List.of(fill, leaveOut(Check.MISSING)));
    }

    private IntPredicate missingCells() {
        return switch (column) {
            case CreditColumn.Numeric numbers -> {
                double[] values = numbers.values();
                yield row -> Double.isNaN(values[row]);
            }
            case CreditColumn.Categorical categories -> {
                int[] codes = categories.codes();
                yield row -> codes[row] < 0;
            }
        };
    }

    private void numbers(double[] values) {
        double[] sorted = Order.sorted(values);
        if (sorted.length == values.length && sorted[0] == sorted[sorted.length - 1]) {
            constant(Plain.exact(sorted[0]));
        }
        List<Double> codes = SpecialCodes.in(sorted);
        if (!codes.isEmpty()) {
            specialCodes(codes, values, sorted);
            sorted = Arrays.stream(sorted).filter(v -> !codes.contains(v)).toArray();
        }
        int outliers = Order.beyond(sorted, RANGES);
        if (outliers > 0 && outliers <= TAIL * sorted.length) {
            double first = Order.quantile(sorted, 0.25);
            double third = Order.quantile(sorted, 0.75);
            double reach = RANGES * (third - first);
            Notice notice = Notice.of(
                    "quality.outlier",
                    column.name(),
                    outliers,
                    Plain.number(first),
                    Plain.number(third),
                    Plain.number(sorted[0]),
                    Plain.number(sorted[sorted.length - 1]));
            IntPredicate far =
                    row -> (values[row] < first - reach || values[row] > third + reach) && !codes.contains(values[row]);
            add(Check.OUTLIER, Severity.NOTE, outliers, far, notice, List.of());
        }
    }

    private void specialCodes(List<Double> codes, double[] values, double[] sorted) {
        int count = codes.stream()
                .mapToInt(code -> SpecialCodes.count(sorted, code))
                .sum();
        String list = codes.stream().map(Plain::exact).collect(Collectors.joining(" "));
        double[] rest = Arrays.stream(sorted).filter(v -> !codes.contains(v)).toArray();
        Notice notice = Notice.of(
                "quality.special_code",
                column.name(),
                list,
                count,
                Plain.number(rest[0]),
                Plain.number(rest[rest.length - 1]));
        Step missing = new Step(Check.SPECIAL_CODE, Fix.SET_MISSING, "", column.name(), list);
        add(Check.SPECIAL_CODE, Severity.WARNING, count, row -> codes.contains(values[row]), notice, List.of(missing));
    }

    private void levels(CreditColumn.Categorical categories) {
        int[] codes = categories.codes();
        if (codes.length > 0 && codes[0] >= 0 && Arrays.stream(codes).allMatch(code -> code == codes[0])) {
            constant(categories.levels().get(codes[0]));
        }
    }

    private void constant(String value) {
        Notice notice = Notice.of("quality.constant", column.name(), value);
        add(Check.CONSTANT, Severity.NOTE, column.size(), row -> false, notice, List.of(leaveOut(Check.CONSTANT)));
    }

    private Step leaveOut(Check check) {
        return new Step(check, Fix.LEAVE_OUT_COLUMN, "", column.name(), "");
    }

    private void add(Check check, Severity severity, int count, IntPredicate rows, Notice notice, List<Step> fixes) {
        List<Integer> first = CreditChecks.lines(lines, rows);
        findings.add(new Finding(check, severity, "", column.name(), count, first, notice, fixes));
    }
}
