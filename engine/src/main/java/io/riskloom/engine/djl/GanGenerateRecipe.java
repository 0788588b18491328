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
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A generative adversarial network over windows of daily returns or bars, see {@link GenerateSpec}. Of all epochs the generator
 * is kept whose stylised facts are nearest to those of the validation span. What it draws is not corrected afterwards. Judged
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

    @Override
    public Outcome train(GenerateSpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        PathData given = PathData.of(spec, data);
        RunFolder run = new RunFolder(folder);
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(Torch.mix(spec.seed(), 0));
        run.start();
        try (PathGan gan = PathGans.create(spec, given)) {
            TrainingLoop.Ended ended = taught(spec, given, gan, folder, monitor);
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            gan.cancelWhen(monitor::cancelled);
            WeightsFile.read(run.weights(), gan.state(), gan.manager());
            int best = ended.checkpoint().bestEpoch();
            Evaluation judged = new PathJudge(given.judged()).evaluate(spec, gan, best);
            Outcome outcome = new Outcome.Finished(ended.warned(judged).with(collapse(ended)));
            run.writeModel(gan.model(best));
            run.finish(outcome);
            return outcome;
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // while it was judged; the checkpoint of the last epoch stays
        }
    }

    private static TrainingLoop.Ended taught(
            GenerateSpec spec, PathData given, PathGan gan, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        FactScale scale = FactScale.of(given.validation(0), Torch.mix(spec.seed(), BANDS));
        FactCheck check = new FactCheck(scale, gan, new Diversity(given.training(0)), spec.seed());
        try (PathGan.TaughtPaths lessons = gan.teach(check)) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(spec, given.main().source());
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
