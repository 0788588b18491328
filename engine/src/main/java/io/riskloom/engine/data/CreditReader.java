package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/** A sheet of applicants as {@link CreditBook}: the target found, identifiers, dates and free text set aside, the rest typed. */
final class CreditReader {

    private final Sheet sheet;
    private final Optional<Target> target;
    private final Roles roles;
    private final boolean scoring;
    private final Tally tally = new Tally();
    private final List<ImportReport.Warning> warnings = new ArrayList<>();
    private int[] rows;

    private CreditReader(Sheet sheet, Optional<Target> target, Roles roles, boolean scoring) {
        this.sheet = sheet;
        this.target = target;
        this.roles = roles;
        this.scoring = scoring;
        this.rows = IntStream.range(0, sheet.rows()).toArray();
        this.warnings.addAll(roles.warnings());
    }

    static Imported.Credit read(Sheet sheet, Target target, Roles roles) throws DataException {
        return new CreditReader(sheet, Optional.of(target), roles, false).read();
    }

    /** As applicants whose outcome is not known: the rows and the columns of {@link #read(Sheet, Target, Roles)}, no target. */
    static Imported.Credit readUnlabelled(Sheet sheet, Roles roles) throws DataException {
        return new CreditReader(sheet, Optional.empty(), roles, false).read();
    }

    /** All rows, no target, every column but dates and ignored ones a feature: the model picks its columns by name. */
    static Imported.Credit readForScoring(Sheet sheet) throws DataException {
        return new CreditReader(sheet, Optional.empty(), Roles.of(sheet), true).read();
    }

    private Imported.Credit read() throws DataException {
        boolean[] bad = target.isPresent() ? outcomes(target.get()) : new boolean[0];
        List<CreditColumn> features = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        List<ImportReport.Column> columns = new ArrayList<>();
        for (int i = 0; i < sheet.plans().size(); i++) {
            String name = sheet.plans().get(i).name();
            String role = role(i);
            if (role.equals("feature") || (scoring && !role.equals(Roles.IGNORED) && !role.equals("date"))) {
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
        Optional<Integer> day = scoring ? Optional.empty() : ApplicationDays.column(sheet, roles);
        List<LocalDate> dates = day.map(this::dates).orElse(List.of());
        CreditBook book = new CreditBook(
                sheet.file().stem(),
                features,
                target.map(t -> sheet.plans().get(t.column()).name()).orElse(""),
                target.map(Target::goodLabel).orElse(""),
                target.map(Target::badLabel).orElse(""),
                bad,
                setAside,
                sheet.source(rows.length),
                day.map(i -> sheet.plans().get(i).name()).orElse(""),
                dates);
        warnings.addAll(tally.warnings());
        int[] lines = IntStream.of(rows).map(row -> sheet.lines()[row]).toArray();
        List<String> badTexts = target.map(Target::bad).orElse(List.of());
        String used = target.isPresent() || scoring ? book.target() : ReadSettings.NO_TARGET;
        ImportReport report = sheet.report(rows.length, columns, warnings, given -> given.withKind("credit")
                .withTarget(used, badTexts));
        return new Imported.Credit(book, lines, report);
    }

    /** Without the days of all rows the time is not told apart at all: that is said. */
    private List<LocalDate> dates(int column) {
        DateColumn days = (DateColumn) sheet.column(column);
        long missing = ApplicationDays.missing(days, rows);
        if (missing > 0) {
            warn("data.warn.daysMissing", days.name(), String.valueOf(missing), String.valueOf(rows.length));
        }
        return ApplicationDays.of(days, rows);
    }

    /** Rows without a target are dropped and counted. */
    private boolean[] outcomes(Target chosen) {
        Column<?> cells = sheet.column(chosen.column());
        String name = cells.name();
        if (!chosen.named()) {
            warn("data.warn.targetGuessed", name, "", "");
        }
        if (chosen.basis() == Target.Basis.CONVENTION) {
            warn("data.warn.badGuessed", name, chosen.badLabel(), "");
        } else if (chosen.basis() == Target.Basis.WORDS) {
            warn("data.warn.badClasses", name, chosen.badLabel(), chosen.goodLabel());
        }
        for (int row : rows) {
            if (cells.isMissing(row)) {
                tally.add("data.warn.missingTarget", name, sheet.lines()[row]);
            }
        }
        rows = IntStream.of(rows).filter(row -> !cells.isMissing(row)).toArray();
        Set<String> badTexts = Set.copyOf(chosen.bad());
        boolean[] bad = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            bad[i] = badTexts.contains(Classes.text(cells, rows[i]));
        }
        long bads = IntStream.range(0, bad.length).filter(i -> bad[i]).count();
        if (chosen.basis() == Target.Basis.CONVENTION && 2 * bads > bad.length) {
            warn("data.warn.badMajority", name, chosen.badLabel(), String.valueOf(bads));
        }
        return bad;
    }

    private String role(int column) {
        if (target.isPresent() && target.get().column() == column) {
            return "target";
        }
        String given = roles.of(column);
        if (given.equals("target") && !scoring) {
            return Roles.IGNORED; // an outcome that is left unread is no feature either
        }
        if (given.equals("feature") || given.equals("id") || given.equals("date") || given.equals(Roles.IGNORED)) {
            return given;
        } else if (given.equals(Roles.NUMBER) || given.equals(Roles.CATEGORY)) {
            return "feature";
        }
        ColumnPlan plan = sheet.plans().get(column);
        return switch (plan.type()) {
            case DATE -> Roles.IGNORED;
            case EMPTY -> empty(plan);
            case NUMBER -> Identifiers.is(sheet, column) ? "id" : "feature";
            case TEXT -> text(column, plan);
        };
    }

    private String empty(ColumnPlan plan) {
        if (scoring) {
            return "feature"; // a model may have been trained on it
        }
        warn("data.warn.emptyColumn", plan.name(), "", "");
        return Roles.IGNORED;
    }

    private String text(int column, ColumnPlan plan) {
        if (Identifiers.is(sheet, column)) {
            return "id";
        } else if (!scoring && sheet.longText(column)) {
            String distinct = String.valueOf(sheet.column(column).countUnique());
            warn("data.warn.freeText", plan.name(), distinct, "");
            return Roles.IGNORED;
        }
        return "feature";
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

    private void warn(String key, String column, String detail, String more) {
        Notice notice = more.isEmpty() ? Notice.of(key, "", column, detail) : Notice.of(key, "", column, detail, more);
        warnings.add(new ImportReport.Warning(0, column, notice));
    }
}
