package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.MetricWords;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.BrierDecomposition;
import io.riskloom.engine.stats.CalibrationCurve;
import java.util.ArrayList;
import java.util.List;

/** Whether the probabilities mean what they say. */
final class ProbabilityExhibits {

    private static final Range UNIT = new Range(0, 1);

    private ProbabilityExhibits() {}

    /** Bad ones among applicants of about the same probability, against that probability. */
    static Exhibit calibration(Look look) {
        List<Spots> spots = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Answers model : look.drawn()) {
            List<CalibrationCurve.Bin> bins = model.calibration().bins();
            double[] x =
                    bins.stream().mapToDouble(CalibrationCurve.Bin::predicted).toArray();
            double[] y = bins.stream().mapToDouble(b -> b.observed().value()).toArray();
            if (model.network()) {
                spots.add(new Spots(
                        look.texts().get("credit.line.interval", look.name(model)),
                        x,
                        y,
                        bins.stream().mapToDouble(b -> b.observed().low()).toArray(),
                        bins.stream().mapToDouble(b -> b.observed().high()).toArray(),
                        model.tone(),
                        false));
            } else {
                lines.add(look.line(model, look.name(model), new Points(x, y)));
            }
        }
        LineChart chart = new LineChart(
                lines,
                look.texts().get("credit.axis.predicted"),
                look.texts().get("credit.axis.observed"),
                true,
                UNIT,
                UNIT,
                List.of(),
                spots);
        CalibrationCurve own = look.scores().network().calibration();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < own.bins().size(); i++) {
            CalibrationCurve.Bin bin = own.bins().get(i);
            rows.add(List.of(
                    Look.count(i + 1),
                    Look.figure(bin.low()) + " – " + Look.figure(bin.high()),
                    Look.count(bin.observed().n()),
                    Look.share(bin.predicted()),
                    Look.share(
                            bin.observed().value(),
                            bin.observed().low(),
                            bin.observed().high())));
        }
        return new Exhibit(
                chart,
                remark(look, own),
                new Sheet(
                        List.of(
                                Sheet.figure("credit.column.bin"),
                                Sheet.interval("credit.column.scores"),
                                Sheet.figure("credit.column.applicants"),
                                Sheet.figure("credit.column.predicted"),
                                Sheet.interval("credit.column.observed")),
                        rows));
    }

    /** Slope and intercept as the run was judged, the slope before calibration where the run knows it. */
    private static String remark(Look look, CalibrationCurve own) {
        double slope = metric(look, Metric.CALIBRATION_SLOPE);
        double raw = metric(look, Metric.CALIBRATION_SLOPE_RAW);
        String error = Look.share(own.expectedError());
        if (!Double.isFinite(slope)) {
            return look.texts().get("credit.remark.calibration.none", error);
        }
        return look.texts()
                .get(
                        Double.isFinite(raw) ? "credit.remark.calibration.before" : "credit.remark.calibration",
                        interval(look, Metric.CALIBRATION_SLOPE, slope),
                        interval(look, Metric.CALIBRATION_INTERCEPT, metric(look, Metric.CALIBRATION_INTERCEPT)),
                        error,
                        Look.figure(raw));
    }

    private static double metric(Look look, String name) {
        return look.evaluation().metrics().getOrDefault(name, Double.NaN);
    }

    private static String interval(Look look, String name, double value) {
        Interval interval = look.evaluation().intervals().get(name);
        return interval == null ? Look.figure(value) : Look.figure(value, interval.low(), interval.high());
    }

    /** Brier score = reliability − resolution + uncertainty + what is left within the bins, of every model. */
    static Exhibit brier(Look look) {
        BrierDecomposition own = look.scores().network().brier();
        BarChart chart = new BarChart(
                List.of(
                        bar(look, "uncertainty", own.uncertainty(), Tone.MUTED),
                        bar(look, "resolution", -own.resolution(), Tone.GOOD),
                        bar(look, "reliability", own.reliability(), Tone.BAD),
                        bar(look, "within", own.within(), Tone.MUTED),
                        bar(look, "brier", own.brier(), Tone.ACCENT)),
                look.texts().get("credit.axis.brier"));
        List<List<String>> rows = look.scores().answers().stream()
                .map(model -> {
                    BrierDecomposition brier = model.brier();
                    return List.of(
                            look.name(model),
                            small(brier.brier()),
                            small(brier.uncertainty()),
                            small(brier.resolution()),
                            small(brier.reliability()),
                            small(brier.within()));
                })
                .toList();
        return new Exhibit(
                chart,
                look.texts().get("credit.remark.brier", look.network()),
                new Sheet(
                        List.of(
                                Sheet.name("credit.column.model"),
                                Sheet.figure("credit.column.brier"),
                                Sheet.figure("credit.column.uncertainty"),
                                Sheet.figure("credit.column.resolution"),
                                Sheet.figure("credit.column.reliability"),
                                Sheet.figure("credit.column.within")),
                        rows));
    }

    private static BarChart.Bar bar(Look look, String key, double value, Tone tone) {
        return new BarChart.Bar(look.texts().get("credit.bar." + key), value, tone);
    }

    private static String small(double value) {
        return MetricWords.number(value, 4);
    }
}
