package io.riskloom.app.result;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.model.EpochReport;
import java.util.List;

/** Two losses of a run by epoch. */
public final class LossChart {

    private LossChart() {}

    /**
     * @param train  name of the training loss, a generator's for a GAN
     * @param valid  name of the validation loss, a discriminator's for a GAN
     * @param epochs range of the axis, null where the reports decide
     */
    public static LineChart of(
            List<EpochReport> reports,
            String train,
            String valid,
            String xLabel,
            String yLabel,
            Range epochs,
            List<Mark> marks) {
        double[] x = reports.stream().mapToDouble(EpochReport::epoch).toArray();
        double[] trained = reports.stream().mapToDouble(EpochReport::trainLoss).toArray();
        double[] validated =
                reports.stream().mapToDouble(EpochReport::validLoss).toArray();
        return new LineChart(
                List.of(
                        new Line(train, x, trained, Tone.FOREGROUND, false),
                        new Line(valid, x, validated, Tone.ACCENT, false)),
                xLabel,
                yLabel,
                false,
                epochs,
                null,
                marks);
    }
}
