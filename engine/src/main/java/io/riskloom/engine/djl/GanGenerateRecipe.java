package io.riskloom.engine.djl;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.judge.FactScale;
import io.riskloom.engine.judge.PathJudge;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * A generative adversarial network over windows of daily returns or bars, see {@link GenerateSpec}. Of the epochs from the
 * middle on that one is chosen whose stylised facts are nearest to those of the validation span (whose bars are nearest to those
 * of the training and the validation span, for a generator of bars); then, where the specification
 * says so, training and validation days are learnt together for as many epochs. What it draws is not corrected afterwards. Judged
 * against the test span beside a block bootstrap and GARCH(1,1)-t of the days before it.
 */
public final class GanGenerateRecipe implements Recipe<GenerateSpec> {

    /** Part of the seed of the bands that choose the epoch. */
    private static final int BANDS = 12;

    private final String name;

    /** @param name one of the models of {@link GenerateSpec} */
    public GanGenerateRecipe(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<GenerateSpec> specType() {
        return GenerateSpec.class;
    }

    /**
     * Whether a file has what the specification learns from, however long it is.
     *
     * @throws NoticeException {@code run.error.needsPrices} (file) for a credit table
     */
    public static void require(GenerateSpec spec, Imported data) throws NoticeException {
        PathData.histories(spec, data);
    }

    @Override
    public Outcome train(GenerateSpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        PathData given = PathData.of(spec, data);
        RunFolder run = new RunFolder(folder);
        Torch.enter(Torch.Load.SMALL);
        run.start();
        try {
            TrainingLoop.Ended chosen = chosen(spec, given, folder, monitor);
            if (chosen.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            int best = chosen.checkpoint().bestEpoch();
            PathRefit refit = new PathRefit(spec, given, best);
            Optional<List<Notice>> again = refit.wanted() ? refit.train(folder, monitor) : Optional.empty();
            if (monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            List<Notice> notes = new ArrayList<>(chosen.warnings());
            if (again.isPresent()) {
                try (PathGan gan = refit.open()) {
                    gan.cancelWhen(monitor::cancelled);
                    WeightsFile.read(refit.weights(folder), gan.state(), gan.manager());
                    if (!refit.collapsed(gan)) {
                        notes.addAll(again.get());
                        notes.add(Notice.of("run.note.refitted", best));
                        Evaluation judged =
                                judged(spec, given, gan, best, monitor).with(notes);
                        refit.keep(folder);
                        return finished(judged, gan.model(best), run);
                    }
                }
                notes.add(Notice.of("run.warning.refitCollapsed", best));
            }
            notes.addAll(collapse(chosen));
            try (PathGan gan = created(spec, given)) {
                gan.cancelWhen(monitor::cancelled);
                WeightsFile.read(run.weights(), gan.state(), gan.manager());
                return finished(judged(spec, given, gan, best, monitor).with(notes), gan.model(best), run);
            }
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // while it was judged; the checkpoint of the last epoch stays
        }
    }

    private static Evaluation judged(GenerateSpec spec, PathData given, PathGan gan, int best, RunMonitor monitor)
            throws NoticeException {
        return new PathJudge(given.judged()).evaluate(spec, gan, best, monitor::cancelled);
    }

    private static Outcome finished(Evaluation judged, GenerateModel model, RunFolder run) throws IOException {
        Outcome outcome = new Outcome.Finished(judged);
        run.writeModel(model);
        run.finish(outcome);
        PathRefit.clear(run.path());
        return outcome;
    }

    /** With the first weights of the run's seed. */
    static PathGan created(GenerateSpec spec, PathData data) throws NoticeException {
        Torch.seed(Torch.mix(spec.seed(), 0));
        return PathGans.create(spec, data);
    }

    /** Learns the training days and keeps the epoch that the validation days choose. */
    private static TrainingLoop.Ended chosen(GenerateSpec spec, PathData given, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        try (PathGan gan = created(spec, given)) {
            return taught(spec, given, gan, folder, monitor);
        }
    }

    private static TrainingLoop.Ended taught(
            GenerateSpec spec, PathData given, PathGan gan, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        List<FactScale> scales = IntStream.range(0, given.series())
                .mapToObj(s -> FactScale.of(given.validation(s), Torch.mix(spec.seed(), BANDS)))
                .toList();
        FactCheck check = new FactCheck(scales, gan, new Diversity(given.training(0)), spec.seed());
        try (PathGan.TaughtPaths lessons = gan.teach(check)) {
            // before the middle the rates are high and the generator is unripe, however near its facts may be by chance
            TrainingLoop.Plan plan =
                    TrainingLoop.Plan.of(spec, given.main().source()).ripeFrom(spec.ripeFrom());
            return new TrainingLoop(lessons, gan.manager(), plan, folder, check.recording(monitor, folder)).run();
        }
    }

    /** The kept epoch draws windows that are hardly different from each other. */
    private static List<Notice> collapse(TrainingLoop.Ended ended) {
        int best = ended.checkpoint().bestEpoch();
        double diversity = ended.checkpoint().history().stream()
                .filter(report -> report.epoch() == best)
                .mapToDouble(report -> report.values().getOrDefault("diversity", 1.0))
                .findFirst()
                .orElse(1);
        return diversity < Diversity.COLLAPSED
                ? List.of(Notice.of("run.warning.modeCollapse", best, Math.round(100 * diversity)))
                : List.of();
    }

    @Override
    public PathGenerator load(GenerateSpec spec, Path folder) throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        GenerateModel model = run.readModel(GenerateModel.class);
        Torch.enter(Torch.Load.SMALL);
        PathGan gan = PathGans.open(spec, model);
        try {
            WeightsFile.read(run.weights(), gan.state(), gan.manager());
        } catch (NoticeException | IOException | RuntimeException e) {
            gan.close();
            throw e;
        }
        return gan;
    }
}
