package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.stats.CostMatrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What each cut-off brings at the reader's costs. */
final class ProfitExhibit {

    private ProfitExhibit() {}

    /** @param curves one a model of the look, at its costs */
    static LineChart chart(Look look, Map<Answers, CostMatrix.Curve> curves) {
        List<Line> lines = new ArrayList<>();
        for (Answers model : look.drawn()) {
            CostMatrix.Curve curve = curves.get(model);
            Steps steps = steps(curve, look.at().all());
            lines.add(look.line(model, look.name(model), steps.x(), steps.y()));
        }
        String unit = look.unit().isBlank() ? look.texts().get("credit.costs.units") : look.unit();
        return new LineChart(
                lines,
                look.texts().get("credit.axis.cutOff"),
                look.texts().get("credit.axis.profit", unit),
                false,
                new Range(0, 1),
                null,
                List.of(look.cutOffMark()),
                List.of(look.place(look.at().cutOff(), look.at().profitEach(look.costs()))));
    }

    /** For one applicant. Any cut-off above a score and up to the next refuses the same applicants. */
    private static Steps steps(CostMatrix.Curve curve, int applicants) {
        double[] cutOffs = curve.cutOffs();
        double[] profit = curve.profit();
        int n = profit.length - 1;
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            after[i] = profit[i + 1] / applicants;
        }
        return Steps.of(Arrays.copyOf(cutOffs, n), after, profit[0] / applicants, 0, 1);
    }

    static Exhibit of(Look look, Map<Answers, CostMatrix.Curve> curves) {
        List<List<String>> rows = new ArrayList<>();
        CreditScores scores = look.scores();
        rows.add(row(look, "credit.row.cutOff", look.at()));
        if (Double.isFinite(look.stored())) {
            rows.add(row(look, "credit.row.stored", scores.at(look.stored())));
        }
        rows.add(row(look, "credit.row.ks", scores.at(scores.network().ksPoint())));
        double best = curves.get(scores.network()).bestCutOff();
        rows.add(row(look, "credit.row.best", scores.at(best)));
        rows.add(row(look, "credit.row.all", scores.at(Double.POSITIVE_INFINITY)));
        double even = look.costs().breakEven();
        String remark = Double.isFinite(even) && even > 0 && even < 1
                ? look.texts().get("credit.remark.breakEven", Formats.number(even, 3))
                : "";
        return new Exhibit(
                chart(look, curves),
                remark,
                new Sheet(
                        List.of(
                                Sheet.name("credit.column.cutOffOf"),
                                Sheet.figure("credit.column.cutOff"),
                                Sheet.figure("credit.column.approval"),
                                Sheet.figure("credit.column.badApproved"),
                                Sheet.figure("credit.column.profit"),
                                Sheet.figure("credit.column.profitEach")),
                        rows));
    }

    private static List<String> row(Look look, String key, CutOff at) {
        return List.of(
                look.texts().get(key),
                Look.figure(Math.min(1, at.cutOff())),
                Look.share(at.approvalRate()),
                Look.share(at.badRate()),
                MetricWords.number(at.profit(look.costs()), 1),
                Look.figure(at.profitEach(look.costs())));
    }
}
