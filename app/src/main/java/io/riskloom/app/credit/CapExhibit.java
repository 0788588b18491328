package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.stats.CapCurve;
import java.util.ArrayList;
import java.util.List;

/** How many of the bad are among the riskiest. */
final class CapExhibit {

    private static final double[] SHARES = {0.1, 0.2, 0.5};

    private CapExhibit() {}

    /** Applicants refused from the riskiest on against the bad among them; a perfect model has all bad ones first. */
    static Exhibit of(Look look) {
        List<Line> lines = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        double refused = (double) look.at().refused() / look.at().all();
        for (Answers model : look.scores().answers()) {
            CapCurve cap = model.cap();
            Points captured = model.captured();
            if (!look.hidden().contains(model.name())) {
                String words =
                        look.texts().get("credit.line.ratio", look.name(model), Look.figure(cap.accuracyRatio()));
                lines.add(look.line(model, words, captured));
            }
            List<String> row = new ArrayList<>(List.of(look.name(model), Look.figure(cap.accuracyRatio())));
            for (double share : SHARES) {
                row.add(Look.share(captured.at(share)));
            }
            row.add(Look.share(captured.at(refused)));
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
                new Range(0, 1),
                new Range(0, 1),
                List.of(),
                List.of(look.place(refused, look.at().badRefused())));
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
}
