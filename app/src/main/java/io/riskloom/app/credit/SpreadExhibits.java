package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How the network's scores of good and bad applicants spread. */
final class SpreadExhibits {

    private static final int BINS = 25;

    private SpreadExhibits() {}

    /**
     * Shares of good and of bad applicants below each score, with the distance of the two at the cut-off and where it is
     * largest.
     */
    static Exhibit ks(Look look) {
        Answers network = look.scores().network();
        CutOff widest = look.scores().at(network.ksPoint());
        String words = look.texts()
                .get(
                        "credit.mark.ks",
                        Look.figure(widest.cutOff()),
                        Look.figure(network.ks().ks()));
        LineChart chart = new LineChart(
                List.of(
                        line(look.texts().get("credit.good"), network.goodBelow(), Tone.GOOD),
                        line(look.texts().get("credit.bad"), network.badBelow(), Tone.BAD)),
                look.texts().get("credit.axis.score"),
                look.texts().get("credit.axis.below"),
                false,
                new Range(0, 1),
                new Range(0, 1),
                List.of(look.cutOffMark()),
                List.of(
                        distance(words, widest, Tone.AMBER),
                        distance(
                                look.texts().get("credit.mark.distance", Look.figure(gap(look.at()))),
                                look.at(),
                                Tone.FOREGROUND)));
        return new Exhibit(chart, "", cutOffs(look));
    }

    private static Line line(String name, Points below, Tone tone) {
        return new Line(name, below.x(), below.y(), tone, false);
    }

    /** The distance of the two distributions at a cut-off, as an upright line. */
    private static Spots distance(String words, CutOff at, Tone tone) {
        double good = 1 - at.goodRefused();
        double bad = 1 - at.badRefused();
        return new Spots(
                words,
                new double[] {at.cutOff()},
                new double[] {Double.NaN},
                new double[] {Math.min(good, bad)},
                new double[] {Math.max(good, bad)},
                tone,
                false);
    }

    private static double gap(CutOff at) {
        return Math.abs(at.badRefused() - at.goodRefused());
    }

    /** The cut-off on show beside the run's own and that of the largest distance. */
    private static Sheet cutOffs(Look look) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(look, "credit.row.cutOff", look.at()));
        if (Double.isFinite(look.stored())) {
            rows.add(row(look, "credit.row.stored", look.scores().at(look.stored())));
        }
        rows.add(row(
                look, "credit.row.ks", look.scores().at(look.scores().network().ksPoint())));
        return new Sheet(
                List.of(
                        Sheet.name("credit.column.cutOffOf"),
                        Sheet.figure("credit.column.cutOff"),
                        Sheet.figure("credit.column.approval"),
                        Sheet.figure("credit.column.goodRefused"),
                        Sheet.figure("credit.column.badRefused"),
                        Sheet.figure("credit.column.distance")),
                rows);
    }

    private static List<String> row(Look look, String key, CutOff at) {
        return List.of(
                look.texts().get(key),
                Look.figure(at.cutOff()),
                Look.share(at.approvalRate()),
                Look.share(at.goodRefused()),
                Look.share(at.badRefused()),
                Look.figure(gap(at)));
    }

    /** Scores of good and bad applicants, each class adding up to 1. */
    static Exhibit distribution(Look look) {
        double[] edges = IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> (double) i / BINS)
                .toArray();
        List<Mark> marks = new ArrayList<>(List.of(look.cutOffMark()));
        if (look.scores().ranks()) {
            double ks = look.scores().network().ksPoint();
            if (ks != look.at().cutOff()) {
                marks.add(new Mark(ks, look.texts().get("credit.mark.ksPoint")));
            }
        }
        HistogramChart chart = new HistogramChart(
                edges,
                List.of(
                        new HistogramChart.Bars(
                                look.texts().get("credit.good"), look.scores().histogram(false, BINS), Tone.GOOD),
                        new HistogramChart.Bars(
                                look.texts().get("credit.bad"), look.scores().histogram(true, BINS), Tone.BAD)),
                look.texts().get("credit.axis.score"),
                look.texts().get("credit.axis.shareOfClass"),
                marks);
        return new Exhibit(
                chart,
                "",
                new Sheet(
                        List.of(
                                Sheet.name("credit.column.class"),
                                Sheet.figure("credit.column.applicants"),
                                Sheet.figure("credit.column.mean"),
                                Sheet.figure("credit.column.low10"),
                                Sheet.figure("credit.column.median"),
                                Sheet.figure("credit.column.high90")),
                        List.of(spread(look, false), spread(look, true))));
    }

    private static List<String> spread(Look look, boolean ofBad) {
        double[] own = look.scores().sorted(ofBad);
        return List.of(
                look.texts().get(ofBad ? "credit.bad" : "credit.good"),
                Look.count(own.length),
                Look.figure(Arrays.stream(own).average().orElse(Double.NaN)),
                Look.figure(Quantiles.ofSorted(own, 0.1)),
                Look.figure(Quantiles.ofSorted(own, 0.5)),
                Look.figure(Quantiles.ofSorted(own, 0.9)));
    }
}
