package io.riskloom.engine.djl;

import io.riskloom.engine.challenger.PlainCredit;
import io.riskloom.engine.challenger.PlainCredits;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.judge.Calibrator;
import io.riskloom.engine.judge.CreditJudge;
import io.riskloom.engine.judge.CutOff;
import io.riskloom.engine.model.CreditMembers;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.CreditTarget;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Probability of default by one network over an applicant's columns, or by several together. Each network keeps its best
 * epoch by rows that it has not learnt; on the answers for those rows the mean logit is calibrated and the cut-off chosen.
 * Judged on the test rows beside a scorecard, a forest and boosted trees that have learnt all other rows.
 */
public final class CreditRecipe implements Recipe<CreditSpec> {
    private final String name;

    /** @param name of the model, as in {@link CreditSpec#model} */
    public CreditRecipe(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<CreditSpec> specType() {
        return CreditSpec.class;
    }

    @Override
    public Outcome train(CreditSpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        try {
            CreditLesson real = CreditLesson.of(data, spec, monitor::cancelled);
            Torch.enter(NetworkCreditScorer.load(spec));
            new RunFolder(folder).start();
            return train(Oversampling.lesson(real, data.source(), folder, monitor), data, folder, monitor);
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // before an epoch or while it was judged; the last checkpoint stays
        }
    }

    private static Outcome train(CreditLesson lesson, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        try (CreditNetworks networks = lesson.networks();
                CreditTeaching teaching = CreditTeaching.of(lesson, networks)) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(lesson.spec(), data.source());
            TrainingLoop.Ended ended =
                    new TrainingLoop(teaching.trainee(), networks.manager(), plan, folder, monitor).run();
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            networks.cancelWhen(monitor::cancelled);
            int[] all = teaching.bestEpochs(ended.checkpoint().bestEpoch());
            if (lesson.isDoubled()) {
                teaching.recall(networks);
            } else {
                int earliest = Arrays.stream(all).min().orElseThrow();
                run.keepLast(CreditNetworks.weights(networks.all()), earliest, ended.checkpoint());
                networks.read(run.weights());
            }
            OversampleTrial.Kept kept = OversampleTrial.kept(lesson, networks);
            int[] best = Arrays.copyOfRange(
                    all, kept.from(), kept.from() + kept.networks().all().size());
            KeptOut out = KeptOut.of(kept.lesson(), kept.networks());
            CreditModel model = model(kept.lesson(), out, best, data);
            Outcome outcome = new Outcome.Finished(ended.warned(evaluation(kept, out, model, monitor)));
            run.writeModel(model);
            if (lesson.isDoubled()) {
                kept.networks().write(run.weights());
                Oversampling.clear(folder, lesson);
            }
            run.finish(outcome);
            return outcome;
        }
    }

    private static CreditModel model(CreditLesson lesson, KeptOut kept, int[] best, Imported data)
            throws NoticeException {
        boolean[] bad = lesson.cases().labels(kept.rows());
        double[] raw =
                Arrays.stream(kept.logits()).map(z -> z + lesson.offset()).toArray();
        Calibrator calibrator = Calibrator.fit(lesson.spec().calibration(), raw, bad);
        double cutOff = CutOff.of(calibrator.probability(raw), bad).at();
        CreditLayout layout = lesson.layout();
        return new CreditModel(
                layout.encoder(),
                layout.picture(),
                layout.history(),
                calibrator,
                cutOff,
                Arrays.stream(best).max().orElseThrow(),
                best,
                lesson.offset(),
                lesson.average(),
                CreditTarget.of(data),
                data.source().sha256());
    }

    private static Evaluation evaluation(OversampleTrial.Kept kept, KeptOut out, CreditModel model, RunMonitor monitor)
            throws NoticeException {
        CreditLesson lesson = kept.lesson();
        CreditCases cases = lesson.cases();
        int[] test = cases.split().test();
        PlainCredits plain = PlainCredits.fit(cases.book(), cases.learnt(), lesson.spec(), monitor::cancelled);
        double[] raw =
                raw(lesson, kept.networks(), model, test); // last: a cancel that came meanwhile is asked for here
        double[] reference = Arrays.stream(out.logits())
                .map(z -> model.calibrator().probability(model.raw(z)))
                .toArray();
        List<Details.Plain> answers = new ArrayList<>();
        List<Notice> warnings = new ArrayList<>();
        for (PlainCredit each : plain.fitted()) {
            if (monitor.cancelled()) {
                throw new CancellationException();
            }
            try {
                answers.add(new Details.Plain(each.name(), each.probability(cases.book(), test)));
            } catch (NoticeException failed) {
                warnings.add(failed.notice()); // a finished training is not lost to a challenger
            }
        }
        CutOff.of(reference, cases.labels(out.rows())).warning().ifPresent(warnings::add);
        kept.note().ifPresent(warnings::add);
        List<String> pooled = lesson.encoder().pooled();
        if (!pooled.isEmpty()) {
            warnings.add(Notice.of("run.warning.levelsPooled", String.join(", ", pooled), pooled.size()));
        }
        plain.leftOut().forEach(each -> warnings.add(each.reason()));
        return CreditJudge.evaluate(new CreditJudge.Asked(
                lesson.spec(),
                cases.book(),
                cases.learnt(),
                test,
                Arrays.stream(raw).map(Losses::sigmoid).toArray(),
                model.calibrator().probability(raw),
                model.cutOff(),
                reference,
                answers,
                plain.scorecard(),
                dates(cases, test),
                kept.augmentation(),
                warnings));
    }

    private static double[] raw(CreditLesson lesson, CreditNetworks networks, CreditModel model, int[] rows)
            throws NoticeException {
        float[][] inputs = lesson.cases().inputs(rows);
        return Arrays.stream(networks.logits(inputs)).map(model::raw).toArray();
    }

    private static List<LocalDate> dates(CreditCases cases, int[] rows) {
        List<LocalDate> all = cases.book().dates();
        return all.isEmpty() ? all : Arrays.stream(rows).mapToObj(all::get).toList();
    }

    /**
     * @throws NoticeException {@code run.error.creditModelOld} (folder) for a run of an earlier version, whose networks were
     *     others; or as {@link RunFolder#readModel}
     */
    @Override
    public CreditScorer load(CreditSpec spec, Path folder) throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        CreditModel model = run.readModel(CreditModel.class);
        if (model.calibrator() == null) {
            throw new NoticeException(Notice.of("run.error.creditModelOld", folder.getFileName()));
        }
        Torch.enter(NetworkCreditScorer.load(spec));
        WeightStages.Making making = making(spec, model);
        CreditNetworks networks = CreditNetworks.of(making.networks());
        try {
            networks.read(run.weights());
            return new NetworkCreditScorer(spec, networks, model, new WeightStages(networks.all(), making, run.last()));
        } catch (NoticeException | IOException | RuntimeException e) {
            networks.close();
            throw e;
        }
    }

    static WeightStages.Making making(CreditSpec spec, CreditModel model) {
        return new WeightStages.Making() {
            @Override
            public List<Network> networks() {
                List<CreditSpec> members = CreditMembers.of(spec, model.history() != null);
                return CreditNetworks.of(members, model.layout()).all();
            }

            @Override
            public List<Network> first() {
                Torch.seed(Torch.mix(spec.seed(), 0));
                return networks();
            }
        };
    }
}
