package io.riskloom.app.train;

import io.riskloom.app.session.LiveMember;
import io.riskloom.app.session.LiveRun;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.util.Map;
import java.util.Optional;

/**
 * A run of a study as a line of its table.
 *
 * @param fold    from 1, 0 where there are no folds
 * @param word    {@code waiting running finished failed cancelled refused}
 * @param reason  of a failure, in words; empty for none
 * @param epochs  that are over
 * @param planned epochs
 * @param share   of all epochs, in [0, 1]
 * @param seconds left where it trains, taken where it has ended, NaN where it waits
 * @param metrics of a finished run
 */
record StudyRow(
        int number,
        int fold,
        RunSpec spec,
        Optional<Run> run,
        String word,
        String reason,
        int epochs,
        int planned,
        double share,
        double seconds,
        Map<String, Double> metrics) {

    static StudyRow of(LiveMember member, Texts texts) {
        Optional<Run> run = member.run();
        Notice refusal = member.refusal().get();
        String word = refusal != null
                ? "refused"
                : run.map(known -> known.outcome().word()).orElse("waiting");
        Notice reason = run.map(Run::outcome).orElse(null) instanceof Outcome.Failed(Notice why) ? why : refusal;
        LiveRun live = member.live().get();
        return new StudyRow(
                member.plan().number(),
                member.plan().fold(),
                member.plan().spec(),
                run,
                word,
                reason == null ? "" : texts.of(reason),
                live == null
                        ? 0
                        : live.epochs().stream()
                                .mapToInt(EpochReport::epoch)
                                .max()
                                .orElse(0),
                member.plan().spec().epochs(),
                live == null ? 0 : live.progress().get(),
                member.training()
                        ? live.secondsLeft().get()
                        : run.map(Run::seconds).orElse(Double.NaN),
                run.map(Run::outcome).orElse(null) instanceof Outcome.Finished(Evaluation evaluation)
                        ? evaluation.metrics()
                        : Map.of());
    }

    boolean training() {
        return word.equals("running");
    }

    /** A run that ended early by itself made fewer epochs than planned. */
    String epochWords() {
        return word.equals("waiting") || word.equals("refused") ? "" : epochs + " / " + planned;
    }

    String time(Texts texts) {
        if (Double.isNaN(seconds)) {
            return "";
        }
        return training() ? texts.get("train.study.left", Formats.duration(seconds)) : Formats.duration(seconds);
    }
}
