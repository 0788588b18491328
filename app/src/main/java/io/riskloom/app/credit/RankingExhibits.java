package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.stats.CapCurve;
import io.riskloom.engine.stats.Lift;
import io.riskloom.engine.stats.PrCurve;
import java.util.ArrayList;
import java.util.List;

/** How well bad applicants are ranked above good ones. */
final class RankingExhibits {

    private static final Range UNIT = new Range(0, 1);
    private static final double[] SHARES = {0.1, 0.2, 0.5};
    private static final double[] RECALLS = {0.25, 0.5, 0.75};

    private RankingExhibits() {}

    /** Of all drawn models, with the network's place at the cut-off. */
    static LineChart roc(Look look) {
        List<Line> lines = new ArrayList<>();
        for (Answers model : look.drawn()) {
            String words = look.texts()
                    .get("credit.line.auc", look.name(model), Look.figure((1 + model.cap().accuracyRatio()) / 2));
            lines.add(look.line(model, words, model.roc().fpr(), model.roc().tpr()));
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
            if (!look.hidden().contains(model.name())) {
                String words =
                        look.texts().get("credit.line.ratio", look.name(model), Look.figure(cap.accuracyRatio()));
                lines.add(look.line(model, words, cap.population(), cap.captured()));
            }
            List<String> row = new ArrayList<>(List.of(look.name(model), Look.figure(cap.accuracyRatio())));
            for (double share : SHARES) {
                row.add(Look.share(between(cap.population(), cap.captured(), share)));
            }
            row.add(Look.share(between(cap.population(), cap.captured(), refused)));
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
            for (double recall : RECALLS) {
                row.add(Look.share(precisionAt(pr, recall)));
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

    /** Precision where the recall is first reached. */
    private static double precisionAt(PrCurve pr, double recall) {
        for (int i = 0; i < pr.recall().length; i++) {
            if (pr.recall()[i] >= recall) {
                return pr.precision()[i];
            }
        }
        return Double.NaN;
    }

    /** How many times more bad ones there are among those refused than among all, refusing the riskiest first. */
    static Exhibit lift(Look look) {
        List<Line> lines = new ArrayList<>();
        for (Answers model : look.drawn()) {
            List<Lift.Group> groups = model.lift().groups();
            double[] x = groups.stream()
                    .mapToDouble(g -> (double) g.cumulativeN() / look.at().all())
                    .toArray();
            double[] y = groups.stream().mapToDouble(Lift.Group::cumulativeLift).toArray();
            lines.add(look.line(model, look.name(model), x, y));
        }
        lines.add(new Line(
                look.texts().get("credit.line.random"),
                new double[] {0, 1},
                new double[] {1, 1},
                Tone.MUTED,
                true));
        LineChart chart = new LineChart(
                lines,
                look.texts().get("credit.axis.refused"),
                look.texts().get("credit.axis.lift"),
                false,
                UNIT,
                null,
                List.of(new Mark((double) look.at().refused() / look.at().all(), look.cutOffWords())));
        List<List<String>> rows = look.scores().network().lift().groups().stream()
                .map(g -> List.of(
                        Look.count(g.number()),
                        Look.figure(g.low()) + " – " + Look.figure(g.high()),
                        Look.count(g.n()),
                        Look.count(g.bad()),
                        Look.share(g.badRate()),
                        Look.figure(g.lift()),
                        Look.share(g.captured()),
                        Look.share(g.capturedGood()),
                        Look.figure(g.cumulativeLift())))
                .toList();
        return new Exhibit(
                chart,
                look.texts().get("credit.remark.lift", look.network()),
                new Sheet(
                        List.of(
                                Sheet.figure("credit.column.group"),
                                Sheet.interval("credit.column.scores"),
                                Sheet.figure("credit.column.applicants"),
                                Sheet.figure("credit.column.bad"),
                                Sheet.figure("credit.column.badRate"),
                                Sheet.figure("credit.column.lift"),
                                Sheet.figure("credit.column.captured"),
                                Sheet.figure("credit.column.capturedGood"),
                                Sheet.figure("credit.column.cumulativeLift")),
                        rows));
    }
}
