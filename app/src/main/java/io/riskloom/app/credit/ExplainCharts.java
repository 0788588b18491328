package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.ChartModel.WaterfallChart;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Explanation.Reason;
import io.riskloom.engine.explain.Importance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The charts of reasons, in the reader's language. */
final class ExplainCharts {

    /** Reasons with a bar of their own; the others share one. */
    private static final int REASONS = 12;

    private static final int COLUMNS = 20;

    private ExplainCharts() {}

    /**
     * From the base over the reasons to the applicant's log odds, with the probability at both ends.
     *
     * @param base probability at the base; NaN where a calibration stands between log odds and probability
     */
    static WaterfallChart reasons(Explanation of, double base, Texts texts) {
        List<Reason> all = of.reasons();
        int own = all.size() <= REASONS ? all.size() : REASONS - 1;
        List<BarChart.Bar> steps = new ArrayList<>();
        for (Reason reason : all.subList(0, own)) {
            steps.add(bar(ReasonWords.bar(reason, texts), reason.contribution()));
        }
        if (own < all.size()) {
            double rest = all.subList(own, all.size()).stream()
                    .mapToDouble(Reason::contribution)
                    .sum();
            steps.add(bar(texts.get("credit.explain.others", all.size() - own), rest));
        }
        if (Math.abs(of.gap()) >= 0.005) {
            steps.add(new BarChart.Bar(texts.get("credit.explain.gap"), of.gap(), Tone.MUTED));
        }
        String start = texts.get(of.method().equals("gradients") ? "credit.explain.average" : "credit.explain.mean");
        return new WaterfallChart(
                of.base(),
                steps,
                Double.isNaN(base) ? start : start + " · " + Formats.percent(base, 1),
                texts.get("credit.explain.applicant", String.valueOf(of.row() + 1)) + " · "
                        + Formats.percent(of.probability(), 1),
                texts.get("credit.explain.axis"));
    }

    private static BarChart.Bar bar(String name, double value) {
        return new BarChart.Bar(name, value, value > 0 ? Tone.BAD : Tone.GOOD);
    }

    /** Mean size of the contributions, column by column. */
    static BarChart importance(Importance of, Texts texts) {
        return new BarChart(
                of.columns().stream()
                        .limit(COLUMNS)
                        .map(c -> new BarChart.Bar(c.name(), c.meanAbsolute(), Tone.ACCENT))
                        .toList(),
                texts.get("credit.explain.importance.axis"));
    }

    /** What the log odds lose where the strongest reasons are taken away, beside columns at random. */
    static LineChart faithfulness(Importance.Deletion of, Texts texts) {
        double[] x = Arrays.stream(of.columns()).asDoubleStream().toArray();
        return new LineChart(
                List.of(
                        new Line(texts.get("credit.explain.guided"), x, of.guided(), Tone.ACCENT, false),
                        new Line(texts.get("credit.explain.random"), x, of.random(), Tone.MUTED, true)),
                texts.get("credit.explain.deleted"),
                texts.get("credit.explain.moved"),
                false,
                null,
                null,
                List.of());
    }

    /** Probability of bad over the values of a column: lines for numbers, bars for levels. */
    static ChartModel dependence(Dependence of, Texts texts) {
        if (!of.numeric()) {
            return new BarChart(
                    IntStream.range(0, of.levels().size())
                            .mapToObj(
                                    i -> new BarChart.Bar(level(of.levels().get(i), texts), of.mean()[i], Tone.ACCENT))
                            .toList(),
                    texts.get("credit.explain.dependence.axis"));
        }
        return new LineChart(
                List.of(
                        new Line(texts.get("credit.explain.high"), of.at(), of.high(), Tone.MUTED, true),
                        new Line(texts.get("credit.explain.meanLine"), of.at(), of.mean(), Tone.ACCENT, false),
                        new Line(texts.get("credit.explain.low"), of.at(), of.low(), Tone.MUTED, true)),
                of.column(),
                texts.get("credit.explain.dependence.axis"),
                false,
                null,
                new Range(0, 1),
                List.of());
    }

    private static String level(String text, Texts texts) {
        return text.isEmpty() ? texts.get("credit.scorecard.bin.missing") : text;
    }
}
