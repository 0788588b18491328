package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.stats.CapCurve;
import io.riskloom.engine.stats.PrCurve;
import java.util.ArrayList;
import java.util.List;

/** How well bad applicants are ranked above good ones. */
final class RankingExhibits {

    private static final Range UNIT = new Range(0, 1);
    private static final double[] SHARES = {0.1, 0.2, 0.5};
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
            lines.add(look.line(
                    model,
                    areas ? look.texts().get("credit.line.auc", name, area) : name,
                    model.roc().fpr(),
                    model.roc().tpr()));
        }
        return new LineChart(
                lines,
                look.texts().get("credit.axis.goodRefused"),
                look.texts().get("credit.axis.badRefused"),
                true,
                UNIT,
                UNIT,
                List.of(),
                List.of(spot(look, look.at().goodRefused(), look.at().badRefused())));
    }

    private static Spots spot(Look look, double x, double y) {
        double[] none = {};
        return new Spots(look.cutOffWords(), new double[] {x}, new double[] {y}, none, none, Tone.FOREGROUND, false);
    }

    /** Applicants refused from the riskiest on against the bad among them; a perfect model has all bad ones first. */
    static Exhibit cap(Look look) {
        List<Line> lines = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        double refused = (double) look.at().refused() / look.at().all();
        for (Answers model : look.scores().answers()) {
            CapCurve cap = model.cap();
            double[] population = cap.population();
            double[] captured = cap.captured();
            if (!look.hidden().contains(model.name())) {
                String words =
                        look.texts().get("credit.line.ratio", look.name(model), Look.figure(cap.accuracyRatio()));
                lines.add(look.line(model, words, population, captured));
            }
            List<String> row = new ArrayList<>(List.of(look.name(model), Look.figure(cap.accuracyRatio())));
            for (double share : SHARES) {
                row.add(Look.share(between(population, captured, share)));
            }
            row.add(Look.share(between(population, captured, refused)));
            rows.add(row);
        }
        double knee = look.scores().network().cap().perfectAt();
        lines.add(new Line(
                look.texts().get("credit.line.perfect"),
                new double[] {0, knee, 1},
                new double[] {0, 1, 1},
                Tone.MUTED,
                true));
        LineChart chart = new LineChart(
                lines,
                look.texts().get("credit.axis.refused"),
                look.texts().get("credit.axis.captured"),
                true,
                UNIT,
                UNIT,
                List.of(),
                List.of(spot(look, refused, look.at().badRefused())));
        return new Exhibit(
                chart,
                "",
                new Sheet(
                        List.of(
                                Sheet.name("credit.column.model"),
                                Sheet.figure("credit.column.ratio"),
                                Sheet.figure("credit.column.captured10"),
                                Sheet.figure("credit.column.captured20"),
                                Sheet.figure("credit.column.captured50"),
                                Sheet.figure("credit.column.capturedCutOff")),
                        rows));
    }

    /** y at a place on a line whose x ascends. */
    static double between(double[] x, double[] y, double at) {
        int i = 1;
        while (i < x.length - 1 && x[i] < at) {
            i++;
        }
        double span = x[i] - x[i - 1];
        return span == 0 ? y[i] : y[i - 1] + (y[i] - y[i - 1]) * Math.clamp((at - x[i - 1]) / span, 0, 1);
    }

    static Exhibit pr(Look look) {
        List<Line> lines = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Answers model : look.scores().answers()) {
            PrCurve pr = model.pr();
            if (!look.hidden().contains(model.name())) {
                String words = look.texts().get("credit.line.average", look.name(model), Look.figure(pr.average()));
                lines.add(look.line(model, words, pr.recall(), pr.precision()));
            }
            List<String> row = new ArrayList<>(List.of(look.name(model), Look.figure(pr.average())));
            double[] recalls = pr.recall();
            double[] precision = pr.precision();
            for (double recall : RECALLS) {
                row.add(Look.share(reached(recalls, precision, recall)));
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
                        : List.of(spot(
                                look,
                                look.at().badRefused(),
                                look.at().confusion().precision())));
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

    /** y where x, which ascends, first reaches a value. */
    private static double reached(double[] x, double[] y, double value) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= value) {
                return y[i];
            }
        }
        return Double.NaN;
    }
}
