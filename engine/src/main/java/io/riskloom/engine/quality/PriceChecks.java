package io.riskloom.engine.quality;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Finding.Severity;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Prices of one series that cannot be right or need a look. Rows that a correction filled in are not counted again. */
final class PriceChecks {

    private final Series series;
    private final SeriesFindings findings;

    private PriceChecks(Series series) {
        this.series = series;
        this.findings = new SeriesFindings(series);
    }

    static List<Finding> of(Series series, Calendar calendar) {
        PriceChecks checks = new PriceChecks(series);
        checks.barOrder();
        checks.moves(Moves.of(series));
        checks.stale(Stale.rows(series, calendar));
        return checks.findings.all();
    }

    private void barOrder() {
        BitSet wrong = Bars.wrong(series);
        if (!wrong.isEmpty()) {
            Notice notice = Notice.of(
                    "quality.bar_order", series.name(), wrong.cardinality(), series.when(wrong.nextSetBit(0)));
            Step widen = new Step(Check.BAR_ORDER, Fix.WIDEN, series.name(), "", "");
            findings.add(Check.BAR_ORDER, Severity.WARNING, wrong.cardinality(), wrong.stream(), notice, widen);
        }
    }

    private void moves(Moves moves) {
        for (Moves.Split split : moves.splits()) {
            String when = series.when(split.row());
            Notice notice = Notice.of(
                    "quality.split",
                    series.name(),
                    when,
                    split.ratio(),
                    Plain.number(series.close()[split.row() - 1]),
                    Plain.number(series.close()[split.row()]));
            String value = when + " " + split.ratio().text();
            Step adjust = new Step(Check.SPLIT, Fix.ADJUST, series.name(), "", value);
            findings.add(Check.SPLIT, Severity.SEVERE, 1, IntStream.of(split.row()), notice, adjust);
        }
        if (!moves.spikes().isEmpty()) {
            Step leaveOut = new Step(Check.OUTLIER, Fix.SET_MISSING, series.name(), "", "");
            findings.add(
                    Check.OUTLIER,
                    Severity.WARNING,
                    moves.spikes().cardinality(),
                    moves.spikes().stream(),
                    move("quality.outlier.spike", moves.spikes()),
                    leaveOut);
        }
        if (!moves.jumps().isEmpty()) {
            findings.add(
                    Check.OUTLIER,
                    Severity.NOTE,
                    moves.jumps().cardinality(),
                    moves.jumps().stream(),
                    move("quality.outlier.jump", moves.jumps()));
        }
    }

    /** Names the first of the moves. */
    private Notice move(String key, BitSet rows) {
        int row = rows.nextSetBit(0);
        return Notice.of(
                key,
                series.name(),
                rows.cardinality(),
                series.when(row),
                Plain.number(series.close()[row - 1]),
                Plain.number(series.close()[row]));
    }

    private void stale(BitSet stale) {
        if (stale.isEmpty()) {
            return;
        }
        int row = stale.nextSetBit(0);
        Notice notice = Notice.of(
                "quality.stale",
                series.name(),
                stale.cardinality(),
                Stale.runs(series, stale),
                series.when(row - 1),
                1 + stale.get(row, Stale.end(series, stale, row)).cardinality(),
                Plain.number(series.close()[row]));
        Step leaveOut = new Step(Check.STALE, Fix.LEAVE_OUT, series.name(), "", "");
        findings.add(Check.STALE, Severity.WARNING, stale.cardinality(), stale.stream(), notice, leaveOut);
    }
}
