package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/** A sheet of applicants as {@link CreditBook}: the target found, identifiers, dates and free text set aside, the rest typed. */
final class CreditReader {

    private final Sheet sheet;
    private final Optional<Target> target;
    private final boolean scoring;
    private final Tally tally = new Tally();
    private final List<ImportReport.Warning> warnings = new ArrayList<>();
    private int[] rows;

    private CreditReader(Sheet sheet, Optional<Target> target, boolean scoring) {
        this.sheet = sheet;
        this.target = target;
        this.scoring = scoring;
        this.rows = IntStream.range(0, sheet.rows()).toArray();
    }

    static Imported.Credit read(Sheet sheet, Target target) throws DataException {
        return new CreditReader(sheet, Optional.of(target), false).read();
    }

    /** All rows, no target, every column but dates a feature: the model picks its columns by name. */
    static Imported.Credit readForScoring(Sheet sheet) throws DataException {
        return new CreditReader(sheet, Optional.empty(), true).read();
    }

    private Imported.Credit read() throws DataException {
        boolean[] bad = target.isPresent() ? outcomes(target.get()) : new boolean[0];
        List<CreditColumn> features = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        List<ImportReport.Column> columns = new ArrayList<>();
        for (int i = 0; i < sheet.plans().size(); i++) {
            String name = sheet.plans().get(i).name();
            String role = role(i);
            if (role.equals("feature") || (scoring && role.equals("id"))) {
                features.add(feature(i));
            } else if (!role.equals("target")) {
                setAside.add(name);
            }
            columns.add(new ImportReport.Column(
                    name, sheet.typeName(i), role, sheet.column(i).countMissing()));
        }
        if (features.isEmpty()) {
            throw new DataException("data.error.noFeatures", sheet.file().name(), 0, "", "", "");
        }
        CreditBook book = new CreditBook(
                sheet.file().stem(),
                features,
                target.map(t -> sheet.plans().get(t.column()).name()).orElse(""),
                target.map(Target::good).orElse(""),
                target.map(Target::bad).orElse(""),
                bad,
                setAside,
                sheet.source(rows.length));
        warnings.addAll(tally.warnings());
        int[] lines = IntStream.of(rows).map(row -> sheet.lines()[row]).toArray();
        return new Imported.Credit(book, lines, sheet.report(rows.length, columns, warnings));
    }

    /** Rows without a target are dropped and counted. */
    private boolean[] outcomes(Target chosen) {
        Column<?> cells = sheet.column(chosen.column());
        String name = cells.name();
        if (!chosen.named()) {
            warn("data.warn.targetGuessed", name, "");
        }
        if (!chosen.sure()) {
            warn("data.warn.badGuessed", name, chosen.bad());
        }
        for (int row : rows) {
            if (cells.isMissing(row)) {
                tally.add("data.warn.missingTarget", name, sheet.lines()[row]);
            }
        }
        rows = IntStream.of(rows).filter(row -> !cells.isMissing(row)).toArray();
        boolean[] bad = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            bad[i] = Target.text(cells, rows[i]).equals(chosen.bad());
        }
        return bad;
    }

    private String role(int column) {
        if (target.isPresent() && target.get().column() == column) {
            return "target";
        }
        ColumnPlan plan = sheet.plans().get(column);
        return switch (plan.type()) {
            case DATE -> "ignored";
            case EMPTY -> empty(plan);
            case NUMBER -> identifier(column) ? "id" : "feature";
            case TEXT -> text(column, plan);
        };
    }

    private String empty(ColumnPlan plan) {
        if (scoring) {
            return "feature"; // a model may have been trained on it
        }
        warn("data.warn.emptyColumn", plan.name(), "");
        return "ignored";
    }

    private String text(int column, ColumnPlan plan) {
        if (identifier(column)) {
            return "id";
        } else if (!scoring && sheet.longText(column)) {
            warn(
                    "data.warn.freeText",
                    plan.name(),
                    String.valueOf(sheet.column(column).countUnique()));
            return "ignored";
        }
        return "feature";
    }

    /** Called as an identifier, or without a name and first; and no value twice, numbers whole. */
    private boolean identifier(int column) {
        String name = sheet.plans().get(column).name();
        if (!Headings.id(name) && !(column == 0 && name.equals("#1"))) {
            return false;
        }
        Column<?> cells = sheet.column(column);
        boolean whole = !(cells instanceof DoubleColumn numbers)
                || IntStream.range(0, numbers.size())
                        .mapToDouble(numbers::getDouble)
                        .allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
        return whole && (cells.countMissing() == 0 && cells.countUnique() == sheet.rows());
    }

    private CreditColumn feature(int column) {
        Column<?> cells = sheet.column(column);
        if (cells instanceof DoubleColumn numbers) {
            double[] values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = numbers.getDouble(rows[i]);
            }
            return new CreditColumn.Numeric(cells.name(), values);
        }
        Map<String, Integer> codes = new LinkedHashMap<>();
        int[] values = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = cells.isMissing(rows[i])
                    ? -1
                    : codes.computeIfAbsent(String.valueOf(cells.get(rows[i])), text -> codes.size());
        }
        return new CreditColumn.Categorical(cells.name(), List.copyOf(codes.keySet()), values);
    }

    private void warn(String key, String column, String detail) {
        warnings.add(new ImportReport.Warning(0, column, Notice.of(key, "", column, detail)));
    }
}
