package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.challenger.IsolationForest;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.judge.AnomalyJudge;
import io.riskloom.engine.model.AnomalyDetector;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * Unusual applicants by an encoder, a generator and a discriminator ({@link AnomalyLessons}). Nothing is learnt from labels;
 * where the file has them they judge. Beside it stands an isolation forest over the same inputs and rows.
 */
public final class AnomalyRecipe implements Recipe<AnomalySpec> {

    @Override
    public String name() {
        return "gan";
    }

    @Override
    public Class<AnomalySpec> specType() {
        return AnomalySpec.class;
    }

    @Override
    public Outcome train(AnomalySpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        if (!(data instanceof Imported.Credit credit)) {
            throw new NoticeException(Notice.of("run.error.needsCredit", RunFolder.name(data.source())));
        }
        CreditBook book = credit.book();
        StratifiedSplit split = Splits.rows(spec, book);
        CreditEncoder encoder = CreditEncoder.fit(book, split.train());
        RunFolder run = new RunFolder(folder);
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(Torch.mix(spec.seed(), 0));
        run.start();
        float[][] training = encoder.encode(book, split.train());
        float[][] held = encoder.encode(book, split.validation());
        try (AnomalyNetworks networks = AnomalyNetworks.of(spec, encoder);
                AnomalyLessons lessons = new AnomalyLessons(spec, networks, samples(training), samples(held))) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(spec, data.source());
            TrainingLoop.Ended ended = new TrainingLoop(lessons, networks.manager(), plan, folder, monitor).run();
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            networks.again().cancelWhen(monitor::cancelled);
            WeightsFile.read(run.weights(), networks.state(), networks.manager());
            AnomalyNetworks.Answer answer = networks.answer(held);
            AnomalyModel model = AnomalyModel.of(
                    encoder,
                    NetworkAnomalyDetector.errors(held, answer.rows()),
                    answer.distance(),
                    spec.weight(),
                    ended.checkpoint().bestEpoch());
            IsolationForest forest = IsolationForest.fit(training, Torch.mix(spec.seed(), 4));
            Evaluation evaluation = AnomalyJudge.evaluate(
                    spec,
                    book,
                    split.test(),
                    encoder.encode(book, split.test()),
                    encoder.columns(),
                    rows -> NetworkAnomalyDetector.scores(networks, model, rows),
                    forest::scores);
            Outcome outcome = new Outcome.Finished(ended.warned(evaluation));
            run.writeModel(model);
            run.finish(outcome);
            return outcome;
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // while it was judged; the checkpoint of the last epoch stays
        }
    }

    private static Samples samples(float[][] rows) {
        return new Samples(CreditCases.flat(rows), new Shape(rows[0].length), new float[rows.length], 1);
    }

    @Override
    public AnomalyDetector load(AnomalySpec spec, Path folder) throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        AnomalyModel model = run.readModel(AnomalyModel.class);
        Torch.enter(Torch.Load.SMALL);
        AnomalyNetworks networks = AnomalyNetworks.of(spec, model.encoder());
        boolean opened = false;
        try {
            WeightsFile.read(run.weights(), networks.state(), networks.manager());
            opened = true;
            return new NetworkAnomalyDetector(networks, model);
        } finally {
            if (!opened) {
                networks.close();
            }
        }
    }
}
