package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.stats.PrCurve;
import java.util.ArrayList;
import java.util.List;

/** How many of the bad are refused, and at the price of how many good ones. */
final class RankingExhibits {

    private static final Range UNIT = new Range(0, 1);
    private static final double[] RECALLS = {0.25, 0.5, 0.75};

    private RankingExhibits() {}

    /**
     * Of all drawn models, with the network's place at the cut-off.
     *
     * @param areas whether the legend tells them
     */
    static LineChart roc(Look look, boolean areas) {
        List<Line> lines = new ArrayList<>();
        for (Answers model : look.drawn()) {
            String name = look.name(model);
            String area = Look.figure((1 + model.cap().accuracyRatio()) / 2);
            lines.add(look.line(model, areas ? look.texts().get("credit.line.auc", name, area) : name, model.roc()));
        }
        return new LineChart(
                lines,
                look.texts().get("credit.axis.goodRefused"),
                look.texts().get("credit.axis.badRefused"),
                true,
                UNIT,
                UNIT,
                List.of(),
                List.of(look.place(look.at().goodRefused(), look.at().badRefused())));
    }

    static Exhibit pr(Look look) {
        List<Line> lines = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Answers model : look.scores().answers()) {
            PrCurve pr = model.pr();
            if (!look.hidden().contains(model.name())) {
                String words = look.texts().get("credit.line.average", look.name(model), Look.figure(pr.average()));
                lines.add(look.line(model, words, model.precision()));
            }
            List<String> row = new ArrayList<>(List.of(look.name(model), Look.figure(pr.average())));
            Points precision = model.precision();
            for (double recall : RECALLS) {
                row.add(Look.share(precision.y()[precision.first(recall)]));
            }
            rows.add(row);
        }
        double chance = look.scores().badRate();
        lines.add(new Line(
                look.texts().get("credit.line.chance", Look.figure(chance)),
                new double[] {0, 1},
                new double[] {chance, chance},
                Tone.MUTED,
                true));
        LineChart chart = new LineChart(
                lines,
                look.texts().get("credit.axis.recall"),
                look.texts().get("credit.axis.precision"),
                false,
                UNIT,
                UNIT,
                List.of(),
                look.at().refused() == 0
                        ? List.of()
                        : List.of(look.place(
                                look.at().badRefused(), look.at().confusion().precision())));
        return new Exhibit(
                chart,
                "",
                new Sheet(
                        List.of(
                                Sheet.name("credit.column.model"),
                                Sheet.figure("credit.column.prAuc"),
                                Sheet.figure("credit.column.precision25"),
                                Sheet.figure("credit.column.precision50"),
                                Sheet.figure("credit.column.precision75")),
                        rows));
    }
}
