package io.riskloom.engine.quality;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Applies the steps for credit tables in their order; those for price series do nothing. */
final class CreditMender {

    private final Imported.Credit read;
    private final boolean carried;
    private List<CreditColumn> features;
    private final List<String> setAside;
    private boolean[] bad;
    private List<LocalDate> dates;
    private int[] lines;

    private CreditMender(Imported.Credit read, boolean carried) {
        this.read = read;
        this.carried = carried;
        this.features = new ArrayList<>(read.book().features());
        this.setAside = new ArrayList<>(read.book().setAside());
        this.bad = read.book().bad();
        this.dates = read.book().dates();
        this.lines = read.lines();
    }

    /**
     * @throws DataException where a step's value cannot be understood, it speaks of a column that the file does not have
     *     although the reading was made for this file, or too little is left
     */
    static Imported.Credit mend(Imported.Credit read, Reading reading) throws DataException {
        if (reading.steps().isEmpty()) {
            return read;
        }
        CreditMender mender = new CreditMender(read, reading.carried());
        for (Step step : reading.steps()) {
            mender.apply(step);
        }
        return mender.mended();
    }

    private void apply(Step step) throws DataException {
        boolean there = step.column().isEmpty()
                || read.report().columns().stream().anyMatch(c -> c.name().equals(step.column()));
        if (!there && !carried && step.fix().ofColumn()) {
            throw StepErrors.column(read.source(), step);
        }
        switch (step.fix()) {
            case LEAVE_OUT -> leaveOut(step);
            case LEAVE_OUT_COLUMN -> leaveOutColumn(step.column());
            case SET_MISSING, FILL_VALUE -> change(step);
            case FILL_PREVIOUS, ADJUST, WIDEN, KEEP_FIRST, KEEP_LAST, KEEP_NONE -> {
                // for prices
            }
        }
    }

    private void leaveOut(Step step) {
        if (step.check() != Check.DUPLICATE) {
            return;
        }
        BitSet repeats = Duplicates.rows(features, bad, lines.length);
        int[] kept = IntStream.range(0, lines.length)
                .filter(row -> !repeats.get(row))
                .toArray();
        features = new ArrayList<>(
                features.stream().map(column -> CellChanges.at(column, kept)).toList());
        boolean[] outcomes = bad;
        bad = new boolean[outcomes.length == 0 ? 0 : kept.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = outcomes[kept[i]];
        }
        List<LocalDate> days = dates;
        dates = days.isEmpty() ? days : IntStream.of(kept).mapToObj(days::get).toList();
        int[] before = lines;
        lines = IntStream.of(kept).map(row -> before[row]).toArray();
    }

    private void leaveOutColumn(String name) {
        if (features.removeIf(column -> column.name().equals(name))) {
            setAside.add(name);
        }
    }

    private void change(Step step) throws DataException {
        for (int i = 0; i < features.size(); i++) {
            CreditColumn column = features.get(i);
            if (!column.name().equals(step.column())) {
                continue;
            }
            try {
                features.set(
                        i,
                        step.fix() == Fix.SET_MISSING
                                ? CellChanges.without(column, step.codes())
                                : CellChanges.filled(column, step.value()));
            } catch (IllegalArgumentException e) {
                throw StepErrors.value(read.source(), step, e);
            }
        }
    }

    private Imported.Credit mended() throws DataException {
        CreditBook book = read.book();
        if (features.isEmpty()) {
            throw StepErrors.nothingLeft(read.source());
        }
        int bads = 0;
        for (boolean b : bad) {
            bads += b ? 1 : 0;
        }
        if (bad.length > 0 && (bads == 0 || bads == bad.length)) {
            throw StepErrors.oneClass(read.source(), book.target(), bads == 0 ? book.goodLabel() : book.badLabel());
        }
        Source source = new Source(read.source().path(), read.source().sha256(), lines.length);
        CreditBook mended = new CreditBook(
                book.name(),
                features,
                book.target(),
                book.goodLabel(),
                book.badLabel(),
                bad,
                setAside,
                source,
                book.dateColumn(),
                dates);
        return new Imported.Credit(mended, lines, Reports.with(read.report(), lines.length, columns()));
    }

    private List<ImportReport.Column> columns() {
        return read.report().columns().stream()
                .map(column -> {
                    boolean gone =
                            setAside.contains(column.name()) && column.role().equals("feature");
                    int missing = features.stream()
                            .filter(f -> f.name().equals(column.name()))
                            .mapToInt(CreditColumn::missing)
                            .findFirst()
                            .orElse(column.missing());
                    return new ImportReport.Column(
                            column.name(), column.type(), gone ? "ignored" : column.role(), missing);
                })
                .toList();
    }
}
