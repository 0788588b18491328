package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.stats.Roc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * Two hidden layers over standardised numbers and one-hot categories give the logit of default. Rows are split at
 * random with the same share of bad in each part, once or in folds; the epoch that is best on the validation rows is
 * kept, and the cut-off is chosen there. Judged on the test rows beside a logistic regression with the same inputs
 * and training rows.
 */
public final class MlpCreditRecipe implements Recipe<CreditSpec> {

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public Class<CreditSpec> specType() {
        return CreditSpec.class;
    }

    @Override
    public Outcome train(CreditSpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        CreditCases cases = CreditCases.of(data, spec);
        RunFolder run = new RunFolder(folder);
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(Torch.mix(spec.seed(), 0));
        run.start();
        try (Network network = network(spec, cases.encoder().width());
                Supervised lessons = lessons(spec, network, cases)) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(spec, data.source());
            TrainingLoop.Ended ended = new TrainingLoop(lessons, network.manager(), plan, folder, monitor).run();
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            network.cancelWhen(monitor::cancelled);
            WeightsFile.read(run.weights(), network.state(), network.manager());
            int[] held = cases.split().validation();
            double share = cases.badShare();
            double offset = spec.classWeights().equals("none") ? 0 : Math.log(share / (1 - share));
            double[] answers = MlpCreditScorer.probabilities(network, cases.inputs(held), offset);
            double cutOff = Roc.ks(answers, cases.labels(held)).threshold();
            int best = ended.checkpoint().bestEpoch();
            CreditModel model = new CreditModel(cases.encoder(), cutOff, best, offset);
            Outcome outcome =
                    new Outcome.Finished(ended.warned(CreditJudge.evaluate(cases, network, model, spec.seed())));
            run.writeModel(model);
            run.finish(outcome);
            return outcome;
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // while it was judged; the checkpoint of the last epoch stays
        }
    }

    @Override
    public CreditScorer load(CreditSpec spec, Path folder) throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        CreditModel model = run.readModel(CreditModel.class);
        Torch.enter(Torch.Load.SMALL);
        Network network = network(spec, model.encoder().width());
        return Opening.of(network, run, () -> new MlpCreditScorer(network, model));
    }

    private static Network network(CreditSpec spec, int inputs) {
        return new Network(Mlp.ofLogit(spec.dropout(), spec.units(), spec.units2()), new Shape(inputs));
    }

    private static Supervised lessons(CreditSpec spec, Network network, CreditCases cases) throws NoticeException {
        Supervised.Loss loss = Losses.binary(spec.classWeights(), cases.badShare());
        return Supervised.of(
                spec,
                network,
                cases.samples(cases.split().train()),
                cases.samples(cases.split().validation()),
                new Supervised.Goal(loss, Measure.named(spec.stopOn())),
                spec.batch());
    }
}
