package io.riskloom.app.train;

import io.riskloom.app.result.Figure;
import io.riskloom.app.result.MainMetric;
import io.riskloom.app.result.SpreadWords;
import io.riskloom.app.result.StudyScores;
import io.riskloom.app.result.StudyVerdict;
import io.riskloom.app.session.LiveStudy;
import io.riskloom.app.session.LiveStudy.State;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Spread;
import io.riskloom.engine.service.ChildOptions;
import java.util.List;

/**
 * A study while it trains or after it, in words.
 *
 * @param words   what it is doing or what it says
 * @param grade   1 good, 0 neutral, −1 bad
 * @param share   of all epochs that is done, in [0, 1]
 * @param figures {@value #FIGURES} key figures of a study that trains
 * @param scores  of the runs that have finished
 */
record StudyProgress(String words, int grade, double share, List<Figure> figures, StudyScores scores) {

    static final int FIGURES = 4;

    /**
     * @param secondsLeft until all runs have ended; NaN where that is not known
     * @param cores       of this machine
     */
    static StudyProgress of(LiveStudy live, double secondsLeft, int cores, Texts texts) {
        RunSpec spec = live.study().spec();
        StudySummary summary = live.summary();
        StudyVerdict verdict = StudyVerdict.of(spec, summary, texts);
        return new StudyProgress(
                words(live, verdict, texts),
                live.whole() ? verdict.good() : live.failed() ? -1 : 0,
                live.done(),
                live.running() ? figures(live, summary, secondsLeft, cores, texts) : List.of(),
                new StudyScores(spec, summary, texts));
    }

    private static String words(LiveStudy live, StudyVerdict verdict, Texts texts) {
        String model = texts.get("common.model." + live.study().spec().model());
        long finished = live.finished();
        int all = live.members().size();
        if (live.state() == State.TRAINING) {
            return texts.get("train.study.training", model, finished, all, live.training());
        }
        if (live.state() == State.STOPPING) {
            return texts.get("train.study.stopping");
        }
        if (live.whole()) {
            return verdict.words();
        }
        String state = texts.get(live.failed() ? "train.study.failed" : "train.study.stopped", finished, all);
        return finished == 0 ? state : texts.get("train.study.part", state, verdict.words());
    }

    /** What keeps more runs from training at the same time. */
    private static String bound(long waiting, boolean byCores) {
        if (waiting == 0) {
            return "train.study.byRuns";
        }
        return byCores ? "train.study.byCores" : "train.study.byMemory";
    }

    private static List<Figure> figures(
            LiveStudy live, StudySummary summary, double secondsLeft, int cores, Texts texts) {
        RunSpec spec = live.study().spec();
        String metric = MainMetric.of(spec.task());
        Spread mean = summary.metrics().getOrDefault(metric, new Spread(Double.NaN, Double.NaN, 0));
        long waiting = live.members().size() - live.finished() - live.training();
        int threads = ChildOptions.forSpec(spec).threads();
        boolean byCores = live.atOnce() >= Math.max(1, cores / threads);
        return List.of(
                new Figure(
                        texts.get("train.study.done"),
                        live.finished() + " / " + live.members().size(),
                        texts.get("train.study.waiting", waiting)),
                new Figure(
                        texts.get("train.study.atOnce"),
                        String.valueOf(live.atOnce()),
                        texts.get(bound(waiting, byCores), cores, threads)),
                new Figure(
                        texts.get("train.study.soFar", texts.get("study.metric." + metric)),
                        SpreadWords.of(metric, mean),
                        mean.n() > 1 ? texts.get("train.study.spread") : ""),
                new Figure(
                        texts.get("train.figure.left"),
                        Formats.duration(secondsLeft),
                        texts.get("train.figure.done", Formats.percent(live.done(), 0))));
    }
}
