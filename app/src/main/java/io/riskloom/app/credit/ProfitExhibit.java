package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each cut-off brings at the reader's costs. */
final class ProfitExhibit {

    private ProfitExhibit() {}

    /** @param profits one a model of the look, at its costs */
    static LineChart chart(Look look, Map<Answers, Profit> profits) {
        List<Line> lines = new ArrayList<>();
        for (Answers model : look.drawn()) {
            Points each = profits.get(model).each();
            lines.add(look.line(model, look.name(model), each));
        }
        return new LineChart(
                lines,
                look.texts().get("credit.axis.cutOff"),
                look.texts().get("credit.axis.profit", look.unitWords()),
                false,
                new Range(0, 1),
                null,
                List.of(look.cutOffMark()),
                List.of(look.place(look.at().cutOff(), look.at().profitEach(look.costs()))));
    }

    static Exhibit of(Look look, Map<Answers, Profit> profits) {
        List<List<String>> rows = new ArrayList<>();
        CreditScores scores = look.scores();
        rows.add(row(look, "credit.row.cutOff", look.at()));
        if (Double.isFinite(look.stored())) {
            rows.add(row(look, "credit.row.stored", scores.at(look.stored())));
        }
        rows.add(row(look, "credit.row.ks", scores.at(scores.network().ksPoint())));
        double best = profits.get(scores.network()).bestCutOff();
        rows.add(row(look, "credit.row.best", scores.at(best)));
        rows.add(row(look, "credit.row.all", scores.at(Double.POSITIVE_INFINITY)));
        double even = look.costs().breakEven();
        String remark = Double.isFinite(even) && even > 0 && even < 1
                ? look.texts().get("credit.remark.breakEven", Formats.number(even, 3))
                : "";
        return new Exhibit(
                chart(look, profits),
                remark,
                new Sheet(
                        List.of(
                                Sheet.name("credit.column.cutOffOf"),
                                Sheet.figure("credit.column.cutOff"),
                                Sheet.figure("credit.column.approval"),
                                Sheet.rate("credit.column.badApproved"),
                                Sheet.amount("credit.column.profit", look.unitWords()),
                                Sheet.amount("credit.column.profitEach", look.unitWords())),
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
