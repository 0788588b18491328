package io.riskloom.app.credit;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.engine.challenger.PlainCredit;
import io.riskloom.engine.challenger.PlainCredits;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.judge.CreditJudge;
import io.riskloom.engine.judge.CutOff;
import io.riskloom.engine.judge.Platt;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.Training;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Runs on a credit file whose plain models are fitted and judged as a training would, and whose network is a mixture of their
 * answers: for pictures of the page without training one.
 */
public final class MadeCredits {

    private static final int FOLDS = 5;

    private MadeCredits() {}

    /** @param fold of five, from 1, whose rows are tested */
    public static Run run(String id, int minute, CreditSpec spec, int fold, boolean dated)
            throws NoticeException, IOException {
        CreditBook book = ((Imported.Credit) Training.read(spec)).book();
        Random random = new Random(fold);
        int[] part = IntStream.range(0, book.bad().length)
                .map(row -> Math.floorMod(row * 7919 + row / 11, FOLDS) + 1)
                .toArray();
        int[] learnt =
                IntStream.range(0, part.length).filter(row -> part[row] != fold).toArray();
        int[] test =
                IntStream.range(0, part.length).filter(row -> part[row] == fold).toArray();
        PlainCredits plain = PlainCredits.fit(book, learnt, spec);
        List<Details.Plain> answers = new ArrayList<>();
        for (PlainCredit model : plain.fitted()) {
            answers.add(new Details.Plain(model.name(), model.probability(book, test)));
        }
        double[] raw = mixture(plain.fitted(), book, test, random);
        double[] seen = mixture(plain.fitted().subList(0, 1), book, learnt, random);
        boolean[] labels = new boolean[learnt.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = book.bad()[learnt[i]];
        }
        Platt line = new Platt(0.95, 0.02);
        Evaluation evaluation = CreditJudge.evaluate(new CreditJudge.Asked(
                spec,
                book,
                learnt,
                test,
                probabilities(raw, new Platt(1, 0)),
                probabilities(raw, line),
                CutOff.of(probabilities(seen, line), labels).at(),
                probabilities(seen, line),
                answers,
                plain.scorecard(),
                dated ? days(test) : List.of(),
                null,
                List.of()));
        return ResultFixtures.run(id, minute, spec, "", evaluation);
    }

    private static double[] probabilities(double[] logOdds, Platt line) {
        return line.probability(logOdds);
    }

    /** Mean log odds of the models with some noise. */
    private static double[] mixture(List<PlainCredit> models, CreditBook book, int[] rows, Random random)
            throws NoticeException {
        double[] logOdds = new double[rows.length];
        for (PlainCredit model : models) {
            double[] p = model.probability(book, rows);
            for (int i = 0; i < p.length; i++) {
                double bounded = Math.clamp(p[i], 0.005, 0.995);
                logOdds[i] += Math.log(bounded / (1 - bounded)) / models.size();
            }
        }
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] += 0.25 * random.nextGaussian();
        }
        return logOdds;
    }

    private static List<LocalDate> days(int[] rows) {
        return IntStream.range(0, rows.length)
                .mapToObj(i -> LocalDate.of(2023, 1, 1).plusDays(i * 540L / rows.length))
                .toList();
    }
}
