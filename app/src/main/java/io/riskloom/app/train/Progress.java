package io.riskloom.app.train;

import io.riskloom.app.result.Figure;
import io.riskloom.app.session.LiveRun;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.time.Clock;
import java.util.List;

/**
 * A run while it trains or after it, in words.
 *
 * @param words   what it is doing or how it ended
 * @param grade   1 good, 0 neutral, −1 bad
 * @param share   of all epochs that is done, in [0, 1]; of those that train the model anew once that has begun
 * @param figures {@value KeyFigures#COUNT} key figures
 */
record Progress(String words, int grade, double share, List<Figure> figures) {

    static Progress of(LiveRun live, Clock clock, Texts texts) {
        Run run = live.run().get();
        return new Progress(
                words(live, run, live.epochs(), texts),
                grade(run),
                live.refit().get() == null
                        ? live.progress().get()
                        : live.refitted().get(),
                new KeyFigures(live, clock, texts).all());
    }

    private static String words(LiveRun live, Run run, List<EpochReport> epochs, Texts texts) {
        int done = epochs.isEmpty() ? 0 : epochs.getLast().epoch();
        return switch (run.outcome()) {
            case Outcome.Running running -> running(live, run, done, texts);
            case Outcome.Finished finished -> texts.of(finished.evaluation().verdict());
            case Outcome.Cancelled cancelled when done == 0 -> texts.get("train.state.cancelledEarly");
            case Outcome.Cancelled cancelled -> texts.get("train.state.cancelled", done);
            case Outcome.Failed failed -> texts.get("train.state.failed", texts.of(failed.reason()));
        };
    }

    private static String running(LiveRun live, Run run, int done, Texts texts) {
        String model = texts.get("common.model." + run.spec().model());
        int all = run.spec().epochs();
        int epoch = Math.min(done + 1, all);
        return switch (live.steering().get()) {
            case STOPPING -> texts.get("train.state.stopping");
            case KEEPING -> texts.get("train.state.keeping");
            case PAUSING -> texts.get("train.state.pausing");
            case PAUSED -> texts.get("train.state.paused", epoch, all);
            case GOES_ON -> {
                boolean noStep = Double.isNaN(live.samplesPerSecond().get())
                        && Double.isNaN(live.secondsLeft().get());
                if (live.refit().get() != null) {
                    yield texts.get(
                            "train.state.refit",
                            model,
                            live.refit().get().epochs(),
                            Formats.percent(live.refitted().get(), 0));
                }
                if (noStep) {
                    yield texts.get("train.state.starting", model);
                }
                yield done == all
                        ? texts.get("train.state.judging", model)
                        : texts.get("train.state.training", model, epoch, all);
            }
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
}
