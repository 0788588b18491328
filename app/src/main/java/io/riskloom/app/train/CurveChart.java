package io.riskloom.app.train;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.LossChart;
import io.riskloom.app.result.LossNames;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run's epochs as a chart, with the epoch marked whose weights are kept. */
final class CurveChart {

    private CurveChart() {}

    /** @param value empty for the losses */
    static LineChart of(Run run, List<EpochReport> epochs, Optional<EpochValue> value, Texts texts) {
        return value.map(v -> values(run, epochs, v, texts)).orElseGet(() -> losses(run, epochs, texts));
    }

    private static LineChart losses(Run run, List<EpochReport> epochs, Texts texts) {
        return LossChart.of(
                epochs,
                texts.get("train.loss." + LossNames.first(run.spec())),
                texts.get("train.loss." + LossNames.second(run.spec())),
                texts.get("train.figure.epoch"),
                axis(run.spec(), texts),
                range(run, epochs),
                marks(run, epochs, texts));
    }

    private static String axis(RunSpec spec, Texts texts) {
        return switch (spec) {
            case ForecastSpec s ->
                texts.get(
                        ofVolatility(s) ? "train.axis.loss.volatility" : "train.axis.loss",
                        RunWords.choice(texts, "loss", s.loss()));
            case GenerateSpec s ->
                texts.get("train.axis." + (s.adversarialLoss().equals("original") ? "adversarial" : "critic"));
            case ClassifySpec s -> texts.get("train.axis.entropy");
            case AnomalySpec s -> texts.get("train.axis.anomaly");
            case CreditSpec s -> texts.get("train.axis.entropy");
        };
    }

    private static boolean ofVolatility(RunSpec spec) {
        return spec instanceof ForecastSpec s && s.target().equals("volatility");
    }

    private static String axis(RunSpec spec, EpochValue value) {
        return value == EpochValue.VALID_MAE && ofVolatility(spec)
                ? "train.axis.validMae.volatility"
                : "train.axis." + value.key();
    }

    private static LineChart values(Run run, List<EpochReport> epochs, EpochValue value, Texts texts) {
        double[] x = epochs.stream().mapToDouble(EpochReport::epoch).toArray();
        double[] y = epochs.stream().mapToDouble(value::of).toArray();
        return new LineChart(
                List.of(new Line(texts.get("epoch.value." + value.key()), x, y, Tone.ACCENT, false)),
                texts.get("train.figure.epoch"),
                texts.get(axis(run.spec(), value)),
                false,
                range(run, epochs),
                null,
                marks(run, epochs, texts));
    }

    /** All epochs planned while it trains, those made afterwards. */
    private static Range range(Run run, List<EpochReport> epochs) {
        boolean running = run.outcome() instanceof Outcome.Running;
        int shown = running || epochs.isEmpty()
                ? run.spec().epochs()
                : epochs.getLast().epoch();
        return new Range(1, Math.max(3, shown));
    }

    /** While it trains a later epoch may still be better. */
    private static String mark(Run run, KeptEpoch kept) {
        if (!(run.outcome() instanceof Outcome.Running)) {
            return "train.mark.best";
        }
        return kept.unripe(run.spec()) ? "train.mark.unripe" : "train.mark.now";
    }

    /** The kept epoch, and of a generator the first that counts. */
    private static List<Mark> marks(Run run, List<EpochReport> epochs, Texts texts) {
        List<Mark> marks = new ArrayList<>();
        KeptEpoch.of(run.spec(), epochs).ifPresent(kept -> {
            int epoch = kept.epoch().epoch();
            marks.add(new Mark(epoch, texts.get(mark(run, kept), epoch)));
            if (run.spec() instanceof GenerateSpec spec
                    && spec.ripeFrom() != epoch
                    && spec.ripeFrom() <= range(run, epochs).high()) {
                marks.add(new Mark(spec.ripeFrom(), texts.get("train.mark.ripe", spec.ripeFrom())));
            }
        });
        return marks;
    }
}
