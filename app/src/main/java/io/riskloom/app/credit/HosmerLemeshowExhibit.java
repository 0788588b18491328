package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.MetricWords;
import io.riskloom.engine.stats.HosmerLemeshow;
import java.util.List;
import java.util.stream.IntStream;

/** Whether bad applicants are as many as the probabilities say, from low risk to high. */
final class HosmerLemeshowExhibit {

    private HosmerLemeshowExhibit() {}

    /** Bad ones expected and found in groups of rising risk. */
    static Exhibit of(Look look) {
        HosmerLemeshow test = look.scores().network().hosmerLemeshow();
        List<HosmerLemeshow.Group> groups = test.groups();
        double[] edges = IntStream.rangeClosed(0, groups.size())
                .mapToDouble(i -> i + 0.5)
                .toArray();
        HistogramChart chart = new HistogramChart(
                edges,
                List.of(
                        new HistogramChart.Bars(
                                look.texts().get("credit.line.expected"),
                                groups.stream()
                                        .mapToDouble(HosmerLemeshow.Group::expected)
                                        .toArray(),
                                Tone.ACCENT),
                        new HistogramChart.Bars(
                                look.texts().get("credit.line.found"),
                                groups.stream()
                                        .mapToDouble(HosmerLemeshow.Group::bad)
                                        .toArray(),
                                Tone.FOREGROUND)),
                look.texts().get("credit.axis.riskGroup"),
                look.texts().get("credit.axis.badOnes"),
                List.of());
        List<List<String>> rows = IntStream.range(0, groups.size())
                .mapToObj(i -> List.of(
                        Look.count(i + 1),
                        Look.figure(groups.get(i).low()) + " – "
                                + Look.figure(groups.get(i).high()),
                        Look.count(groups.get(i).n()),
                        MetricWords.number(groups.get(i).expected(), 1),
                        Look.count(groups.get(i).bad())))
                .toList();
        return new Exhibit(
                chart,
                look.texts()
                        .get(
                                "credit.remark.hosmerLemeshow",
                                MetricWords.number(test.statistic(), 2),
                                groups.size(),
                                MetricWords.p(test.heldOutPValue()),
                                test.df(),
                                MetricWords.p(test.pValue())),
                new Sheet(
                        List.of(
                                Sheet.figure("credit.column.group"),
                                Sheet.interval("credit.column.scores"),
                                Sheet.figure("credit.column.applicants"),
                                Sheet.figure("credit.column.expected"),
                                Sheet.figure("credit.column.found")),
                        rows));
    }
}
