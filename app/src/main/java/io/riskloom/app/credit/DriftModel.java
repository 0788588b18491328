package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.HistogramChart.Bars;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.stats.Stability;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A second file's applicants beside those of the training, in words. */
final class DriftModel {

    /** Indices from which a population has moved a little, and a lot (Siddiqi 2006). */
    private static final double MOVED = 0.1;

    private static final double FAR = 0.25;

    private final Drift drift;
    private final boolean own;
    private final Texts texts;

    /** @param trained hash of the file that the run was trained on */
    DriftModel(Drift drift, String trained, Texts texts) {
        this.drift = drift;
        this.own = !drift.sha256().isEmpty() && drift.sha256().equals(trained);
        this.texts = texts;
    }

    /**
     * {@code unknown} without an index; {@code good} below .1, {@code chance} where as many applicants of the training population come that far, {@code amber} below
     * .25, else {@code bad}: the style of the words.
     */
    static String light(double index, Stability.Chance chance) {
        if (Double.isNaN(index)) {
            return "unknown";
        } else if (index < MOVED) {
            return "good";
        } else if (index <= chance.bound()) {
            return "chance";
        }
        return index < FAR ? "amber" : "bad";
    }

    /** For a verdict's edge: 1, 0 or −1; 0 for the training's own file, which cannot have moved. */
    int grade() {
        if (own) {
            return 0;
        }
        return switch (light(drift.psi(), drift.chance())) {
            case "good" -> 1;
            case "bad" -> -1;
            default -> 0;
        };
    }

    String sentence() {
        if (own) {
            return texts.get("credit.file.drift.own", Formats.number(drift.psi(), 3), Formats.number(drift.rows(), 0));
        }
        return texts.get(
                "credit.file.drift." + light(drift.psi(), drift.chance()),
                Formats.number(drift.psi(), 3),
                Formats.number(drift.rows(), 0),
                Formats.number(drift.chance().mean(), 3),
                Formats.number(drift.chance().bound(), 3));
    }

    /** The AUC where the file has the target and is not what was learnt by heart; else empty. */
    String ranking() {
        return own || Double.isNaN(drift.auc())
                ? ""
                : texts.get("credit.file.drift.auc", Formats.number(drift.auc(), 3));
    }

    /** Columns that are missing or hold what training never saw. */
    List<String> notes() {
        return Stream.of(
                        named("credit.file.drift.missing", drift.missing()),
                        named("credit.file.drift.unseen", drift.unseen()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> named(String key, List<String> columns) {
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.get(key, String.join(texts.get("credit.scorecard.bin.or"), columns)));
    }

    /** Shares of both populations over the bins of the score. */
    HistogramChart scores() {
        double[] expected = drift.expected().shares();
        return new HistogramChart(
                IntStream.rangeClosed(0, expected.length)
                        .mapToDouble(i -> i + 0.5)
                        .toArray(),
                List.of(
                        new Bars(texts.get("credit.file.drift.training"), percent(expected), Tone.MUTED),
                        new Bars(texts.get("credit.file.drift.file"), percent(drift.actual()), Tone.ACCENT)),
                texts.get("credit.file.drift.bins"),
                texts.get("credit.file.drift.share"),
                List.of());
    }

    private static double[] percent(double[] shares) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> 100 * shares[i])
                .toArray();
    }

    /** Column, index, what it means, the bin whose share has moved most, that share in the training and in the file. */
    List<String> line(Drift.Column column) {
        int most = IntStream.range(0, column.bins().size())
                .boxed()
                .max((a, b) -> Double.compare(moved(column, a), moved(column, b)))
                .orElse(-1);
        return List.of(
                column.name(),
                Formats.number(column.index(), 3),
                texts.get("credit.file.light." + light(column.index(), column.chance())),
                most < 0 ? "" : bin(column.bins().get(most)),
                most < 0 ? "" : Formats.percent(column.expected()[most], 1),
                most < 0 ? "" : Formats.percent(column.actual()[most], 1));
    }

    private static double moved(Drift.Column column, int bin) {
        return Math.abs(column.actual()[bin] - column.expected()[bin]);
    }

    private String bin(String label) {
        return switch (label) {
            case "NA" -> texts.get("credit.scorecard.bin.missing");
            case "*" -> texts.get("credit.scorecard.bin.other");
            default -> label;
        };
    }

    /** Indices of the columns, the largest first, coloured as a traffic light. */
    BarChart columns() {
        return new BarChart(
                drift.columns().stream()
                        .filter(c -> !Double.isNaN(c.index()))
                        .limit(20)
                        .map(c -> new BarChart.Bar(c.name(), c.index(), tone(c)))
                        .toList(),
                texts.get("credit.file.drift.csi"));
    }

    private static Tone tone(Drift.Column column) {
        return switch (light(column.index(), column.chance())) {
            case "good" -> Tone.GOOD;
            case "chance" -> Tone.MUTED;
            case "amber" -> Tone.AMBER;
            default -> Tone.BAD;
        };
    }
}
