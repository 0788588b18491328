package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.chart.ChartModel.DotChart.Dots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.judge.CreditVintages.Period;
import io.riskloom.engine.stats.Roc;
import io.riskloom.engine.stats.Vintages.Vintage;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The network period by period of application. */
final class StabilityExhibit {

    private StabilityExhibit() {}

    /** @param periods in their order; none where the file has no dates */
    static Exhibit of(Look look, List<Period> periods) {
        if (periods.isEmpty()) {
            return new Exhibit(null, look.texts().get("credit.remark.noDates"), Sheet.NONE);
        }
        DotChart chart = new DotChart(
                periods.stream().map(Period::label).toList(),
                List.of(
                        new Dots(
                                look.texts().get("credit.line.badRate"),
                                values(periods, v -> v.badRate().value()),
                                Tone.BAD,
                                false),
                        new Dots(
                                look.texts().get("credit.line.meanScore"),
                                values(periods, Vintage::meanScore),
                                Tone.BAD,
                                true),
                        new Dots(
                                look.texts().get("metric.auc"),
                                values(periods, StabilityExhibit::auc),
                                Tone.ACCENT,
                                false)),
                look.texts().get("credit.axis.shareOrAuc"),
                false);
        return new Exhibit(
                chart,
                look.texts().get("credit.remark.stability"),
                new Sheet(
                        List.of(
                                Sheet.name("credit.column.period"),
                                Sheet.figure("credit.column.applicants"),
                                Sheet.interval("credit.column.badRate"),
                                Sheet.figure("credit.column.meanScore"),
                                Sheet.interval("credit.column.auc"),
                                Sheet.figure("credit.column.psi"),
                                Sheet.figure("credit.column.psiChance")),
                        periods.stream().map(StabilityExhibit::row).toList()));
    }

    private static double auc(Vintage vintage) {
        return vintage.auc() == null ? Double.NaN : vintage.auc().auc();
    }

    private static double[][] values(List<Period> periods, ToDoubleFunction<Vintage> value) {
        return periods.stream()
                .map(period -> new double[] {value.applyAsDouble(period.vintage())})
                .toArray(double[][]::new);
    }

    private static List<String> row(Period period) {
        Vintage vintage = period.vintage();
        Roc.Auc auc = vintage.auc();
        return List.of(
                period.label(),
                Look.count(vintage.n()),
                Look.share(
                        vintage.badRate().value(),
                        vintage.badRate().low(),
                        vintage.badRate().high()),
                Look.share(vintage.meanScore()),
                auc == null ? "–" : Look.figure(auc.auc(), auc.low(), auc.high()),
                Look.figure(vintage.psi()),
                Look.figure(vintage.chance().bound()));
    }
}
