package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.stats.Lift;
import java.util.ArrayList;
import java.util.List;

/** Bad applicants by tenths of the ranking. */
final class LiftExhibit {

    private LiftExhibit() {}

    /** How many times more bad ones there are among those refused than among all, refusing the riskiest first. */
    static Exhibit of(Look look) {
        List<Line> lines = new ArrayList<>();
        for (Answers model : look.drawn()) {
            List<Lift.Group> groups = model.lift().groups();
            double[] x = groups.stream()
                    .mapToDouble(g -> (double) g.cumulativeN() / look.at().all())
                    .toArray();
            double[] y = groups.stream().mapToDouble(Lift.Group::cumulativeLift).toArray();
            lines.add(look.line(model, look.name(model), new Points(x, y)));
        }
        lines.add(new Line(
                look.texts().get("credit.line.random"), new double[] {0, 1}, new double[] {1, 1}, Tone.MUTED, true));
        LineChart chart = new LineChart(
                lines,
                look.texts().get("credit.axis.refused"),
                look.texts().get("credit.axis.lift"),
                false,
                new Range(0, 1),
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
