package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldsModelTest {

    private static final CreditSpec SPEC = (CreditSpec)
            Specs.with(Specs.defaults("credit", "german_credit.csv"), Map.of("scheme", "kfold", "folds", "3"));

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private FoldsModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        model = new FoldsModel(session, new ChosenRun(session, texts, "credit"), texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** AUC .80, .82, .84 against .79, .80, .81. */
    private static Run fold(int fold) {
        double auc = 0.78 + 0.02 * fold;
        double plain = 0.78 + 0.01 * fold;
        Evaluation evaluation = new Evaluation(
                Map.of(Metric.AUC, auc, Metric.KS, 0.5, Metric.BRIER, 0.17),
                Map.of(Metric.AUC, new Interval(auc - 0.05, auc + 0.05)),
                List.of(new ChallengerScore(
                        "scorecard",
                        Map.of(Metric.AUC, plain),
                        Map.of(),
                        Map.of(Metric.AUC, new Gap(auc - plain, auc - plain - 0.02, auc - plain + 0.02, 0.5)))),
                Notice.of("common.error.busy", "x"),
                0,
                List.of(),
                new Details.OfCredit(
                        new int[] {0, 1}, new double[] {0.1, 0.9}, new double[] {0.2, 0.8}, new boolean[] {false, true
                        }));
        return ResultFixtures.run("f" + fold, fold, Specs.with(SPEC, Map.of("fold", "" + fold)), "", evaluation);
    }

    private void study(int folds) {
        List<String> ids = new ArrayList<>();
        for (int fold = 1; fold <= folds; fold++) {
            Run run = fold(fold);
            session.runs().addFirst(run);
            ids.add(run.id());
        }
        session.studies().all().addFirst(new Study("study-credit-mlp-0007", SPEC, "", Instant.EPOCH, 3, ids));
        session.choose(session.runs().getFirst());
    }

    @Test
    void aRunAloneHasNoFolds() {
        ResultFixtures.add(session, CreditFixture.run("r1"));
        assertNull(model.folds().get());
    }

    @Test
    void everyFoldStandsInTheTableWithItsMeanBelow() {
        study(3);
        List<List<String>> rows = model.folds().get().folds().rows();
        assertEquals(4, rows.size());
        assertEquals(List.of("Fold 1", "0.800 (0.750 – 0.850)", "0.500", "0.170", "0.790"), rows.get(0));
        assertEquals("Fold 3", rows.get(2).get(0));
        assertEquals("Mean ± SD", rows.get(3).get(0));
        assertEquals("0.820 ± 0.020", rows.get(3).get(1));
        assertEquals("0.800 ± 0.010", rows.get(3).get(4));
        assertEquals(
                "Study 0007 · german_credit · MLP 64-32 ×5", model.folds().get().name());
    }

    @Test
    void theDifferenceOverAllFoldsHasItsInterval() {
        study(3);
        List<String> row = model.folds().get().pooled().rows().getFirst();
        assertEquals("Scorecard", row.get(0));
        assertTrue(row.get(1).startsWith("+0.020 ± 0.01"), row.get(1));
        // three intervals of half width .02: .02 / √3 around the mean .02
        assertEquals("+0.008 to +0.032", row.get(2));
        assertEquals("< 0.001", row.get(3));
    }

    @Test
    void theChartHasALineAFoldAndAGroupAModel() {
        study(2);
        DotChart chart = (DotChart) model.folds().get().chart();
        assertEquals(List.of("Fold 1", "Fold 2", "Fold 3"), chart.rows());
        assertEquals(2, chart.groups().size());
        assertArrayEquals(new double[] {0.82}, chart.groups().get(0).values()[1], 1e-12);
        assertEquals(0, chart.groups().get(0).values()[2].length, "the third has not finished");
        assertEquals(3, model.folds().get().folds().rows().size());
    }

    @Test
    void theWordsFollowTheLanguage() {
        study(3);
        texts.locale().set(Texts.CHINESE);
        assertEquals("第 1 折", model.folds().get().folds().rows().getFirst().getFirst());
        assertNotNull(model.folds().get().verdict().words());
    }
}
