package io.riskloom.app.train;

import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.LossChart;
import io.riskloom.app.session.LiveRun;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.util.List;

/**
 * A run while it trains or after it, in words and as a chart.
 *
 * @param words   what it is doing or how it ended
 * @param grade   1 good, 0 neutral, −1 bad
 * @param share   of all epochs that is done, in [0, 1]
 * @param figures four key figures
 * @param losses  by epoch
 */
record Progress(String words, int grade, double share, List<Figure> figures, LineChart losses) {

    static Progress of(LiveRun live, Texts texts) {
        Run run = live.run().get();
        List<EpochReport> epochs = List.copyOf(live.epochs());
        return new Progress(
                words(live, run, epochs, texts),
                grade(run),
                live.progress().get(),
                figures(live, run, epochs, texts),
                losses(run, epochs, texts));
    }

    private static String words(LiveRun live, Run run, List<EpochReport> epochs, Texts texts) {
        String model = texts.get("common.model." + run.spec().model());
        return switch (run.outcome()) {
            case Outcome.Running running when live.stopping().get() -> texts.get("train.state.stopping");
            case Outcome.Running running when epochs.isEmpty() -> texts.get("train.state.starting", model);
            case Outcome.Running running ->
                texts.get(
                        "train.state.training",
                        model,
                        epochs.getLast().epoch(),
                        run.spec().epochs());
            case Outcome.Finished finished -> texts.of(finished.evaluation().verdict());
            case Outcome.Cancelled cancelled when epochs.isEmpty() -> texts.get("train.state.cancelledEarly");
            case Outcome.Cancelled cancelled ->
                texts.get("train.state.cancelled", epochs.getLast().epoch());
            case Outcome.Failed failed -> texts.get("train.state.failed", texts.of(failed.reason()));
        };
    }

    private static int grade(Run run) {
        return switch (run.outcome()) {
            case Outcome.Finished finished -> finished.evaluation().good();
            case Outcome.Failed failed -> -1;
            case Outcome.Cancelled cancelled -> 0;
            case Outcome.Running running -> 0;
        };
    }

    private static List<Figure> figures(LiveRun live, Run run, List<EpochReport> epochs, Texts texts) {
        boolean gan = run.spec() instanceof GenerateSpec;
        boolean running = run.outcome() instanceof Outcome.Running;
        EpochReport last = epochs.isEmpty() ? null : epochs.getLast();
        EpochReport best = best(run, epochs);
        double each =
                epochs.stream().mapToDouble(EpochReport::seconds).average().orElse(Double.NaN);
        double seconds = running ? live.secondsLeft().get() : run.seconds();
        return List.of(
                new Figure(
                        texts.get("train.figure.epoch"),
                        (last == null ? 0 : last.epoch()) + " / " + run.spec().epochs(),
                        running
                                ? texts.get(
                                        "train.figure.done",
                                        Formats.percent(live.progress().get(), 0))
                                : ""),
                new Figure(
                        texts.get(gan ? "train.loss.generator" : "train.loss.train"),
                        Formats.compact(last == null ? Double.NaN : last.trainLoss()),
                        epochs.size() < 2
                                ? ""
                                : texts.get(
                                        "train.figure.first",
                                        Formats.compact(epochs.getFirst().trainLoss()))),
                new Figure(
                        texts.get(gan ? "train.loss.discriminator" : "train.loss.validation"),
                        Formats.compact(last == null ? Double.NaN : last.validLoss()),
                        best == null
                                ? ""
                                : texts.get("train.figure.best", Formats.compact(best.validLoss()), best.epoch())),
                new Figure(
                        texts.get(running ? "train.figure.left" : "train.figure.took"),
                        Formats.duration(seconds),
                        Double.isNaN(each) ? "" : texts.get("train.figure.each", Formats.number(each, 1))));
    }

    /** The epoch whose weights are kept: lowest validation loss. Null without one, and for a GAN, whose losses do not rank. */
    static EpochReport best(Run run, List<EpochReport> epochs) {
        EpochReport best = null;
        if (!(run.spec() instanceof GenerateSpec)) {
            for (EpochReport epoch : epochs) {
                if (Double.isFinite(epoch.validLoss()) && (best == null || epoch.validLoss() < best.validLoss())) {
                    best = epoch;
                }
            }
        }
        return best;
    }

    static LineChart losses(Run run, List<EpochReport> epochs, Texts texts) {
        boolean gan = run.spec() instanceof GenerateSpec;
        EpochReport best = best(run, epochs);
        boolean running = run.outcome() instanceof Outcome.Running;
        int shown = running || epochs.isEmpty()
                ? run.spec().epochs()
                : epochs.getLast().epoch();
        return LossChart.of(
                epochs,
                texts.get(gan ? "train.loss.generator" : "train.loss.train"),
                texts.get(gan ? "train.loss.discriminator" : "train.loss.validation"),
                texts.get("train.figure.epoch"),
                texts.get("train.loss"),
                new Range(1, Math.max(2, shown)),
                best == null ? List.of() : List.of(new Mark(best.epoch(), texts.get("train.mark.best", best.epoch()))));
    }
}
