package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.result.Row;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Classification.Confusion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private CreditViewModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        ResultFixtures.add(session, CreditFixture.run("r1"));
        model = new CreditViewModel(session, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private String rate(String key) {
        return model.rates().stream()
                .filter(r -> r.key().equals(key))
                .map(Row::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theConfusionMatrixCountsScoresFromTheCutOffUpAsRefused() {
        model.cutOff().set(0.5);
        assertEquals(new Confusion(3, 2, 4, 1), model.at().get().confusion());
        model.cutOff().set(0.51);
        assertEquals(new Confusion(3, 1, 5, 1), model.at().get().confusion());
    }

    @Test
    void theRatesFollowTheCutOff() {
        model.cutOff().set(0.5);
        assertEquals("50.0%", rate("approval"));
        assertEquals("20.0%", rate("badRate"));
        assertEquals("60.0%", rate(Metric.PRECISION));
        assertEquals("75.0%", rate(Metric.RECALL));
        assertEquals("0.667", rate(Metric.F1)); // 2 · 3 / (2 · 3 + 2 + 1)
        assertEquals("70.0%", rate(Metric.ACCURACY));
        model.cutOff().set(0);
        assertEquals("0.0%", rate("approval"));
        assertEquals("–", rate("badRate"), "nobody is approved, so there is no rate");
    }

    @Test
    void profitIsGainOnGoodLessLossOnBadApproved() {
        model.cutOff().set(0.5);
        model.gain().set(100);
        model.loss().set(250);
        assertEquals("150.0", rate("profit")); // 4 good and 1 bad approved: 400 − 250
        assertEquals("15.000", rate("profitEach"));
        model.loss().set(500);
        assertEquals("−100.0", rate("profit"));
    }

    @Test
    void theKsCutOffIsWhereTheDistributionsAreFurthestApart() {
        assertEquals(7 / 12.0, model.ks().orElseThrow().value(), 1e-12);
        model.cutAtKs();
        assertEquals(0.6, model.cutOff().get());
        assertEquals(new Confusion(3, 1, 5, 1), model.at().get().confusion());
    }

    @Test
    void theMostProfitableCutOffIsFoundAmongAllScores() {
        // gain 1, loss 5: refusing from .4 up approves three good and no bad, 3; every other cut-off gives less
        model.cutAtProfit();
        assertEquals(0.4, model.cutOff().get());
        assertEquals("3.0", rate("profit"));
        model.loss().set(0.1); // bad ones cost little: refusing the two highest scores gives 6 − .2
        model.cutAtProfit();
        assertEquals(0.8, model.cutOff().get());
        assertEquals("5.8", rate("profit"));
    }

    @Test
    void ofEquallyProfitableCutOffsTheOneThatApprovesMostIsTaken() {
        model.loss().set(0); // all six good are approved from .71 up as well as at 1
        model.cutAtProfit();
        assertEquals(1, model.cutOff().get());
        assertEquals("6.0", rate("profit"));
    }

    @Test
    void countsCarryTheirShares() {
        model.cutOff().set(0.5);
        assertEquals("4 · 40.0%", model.count(Confusion::tn).get());
        assertEquals("1 · 10.0%", model.count(Confusion::fn).get());
    }

    @Test
    void theRocChartHoldsBothCurvesAndTheCutOff() {
        model.cutOff().set(0.5);
        ChartModel.LineChart roc = model.roc().get();
        assertEquals(2, roc.lines().size());
        assertEquals("Logistic, AUC 0.583", roc.lines().get(0).name());
        assertEquals("Network, AUC 0.833", roc.lines().get(1).name());
        assertEquals(11, roc.lines().get(1).x().length);
        assertEquals(2 / 6.0, roc.marks().getFirst().x(), 1e-12, "two of six good are refused");
        assertTrue(roc.diagonal());
    }

    @Test
    void eachClassOfTheDistributionAddsUpToOne() {
        ChartModel.HistogramChart chart = model.distribution().get();
        assertEquals(1, Arrays.stream(chart.groups().get(0).heights()).sum(), 1e-12);
        assertEquals(1, Arrays.stream(chart.groups().get(1).heights()).sum(), 1e-12);
        assertEquals(0.25, chart.groups().get(1).heights()[22], 1e-12, "one of four bad scored .9");
    }

    @Test
    void scoresAtTheEdgesStayInTheOuterBins() {
        CreditScores scores = CreditScores.of(new Details.OfCredit(
                new int[] {0, 1}, new double[] {0, 1}, new double[] {0, 1}, new boolean[] {true, true}));
        assertArrayEquals(new double[] {0.5, 0.5}, scores.histogram(true, 2));
    }

    @Test
    void theDifferenceToTheChallengerIsSaidWithItsInterval() {
        String words = model.difference().get();
        assertTrue(words.startsWith("AUC difference +0.250 ("), words);
        assertTrue(words.contains("DeLong p = 0."), words);
    }

    @Test
    void oneClassAloneIsSaidInsteadOfACurve() {
        session.choose(CreditFixture.run("r2", new boolean[10]));
        assertTrue(
                model.difference().get().contains("one class"),
                model.difference().get());
        assertTrue(model.ks().isEmpty());
        assertEquals(0, model.roc().get().lines().size());
        model.cutOff().set(0.5);
        assertEquals("50.0%", rate("approval"));
    }

    @Test
    void theTextsFollowTheLanguage() {
        texts.locale().set(Texts.CHINESE);
        assertEquals("好客户被拒比例", model.roc().get().xLabel());
        assertTrue(model.rates().stream().anyMatch(r -> r.words().equals("通过率")));
        assertTrue(
                model.difference().get().startsWith("AUC 之差"),
                model.difference().get());
    }

    @Test
    void theExportCarriesTheDecisionAtTheCutOff() throws Exception {
        model.cutOff().set(0.85);
        Path csv = folder.resolve("scores.csv");
        model.exportTo(csv);
        var lines = Files.readAllLines(csv);
        assertEquals("row,probability_bad,logistic_bad,bad,decision", lines.get(0));
        assertEquals("4,0.9,0.7,1,refuse", lines.get(1));
        assertEquals("8,0.8,0.4,1,approve", lines.get(2));
        assertEquals(11, lines.size());
    }

    @Test
    void withoutARunThereIsNothingToShow() {
        session.runs().clear();
        session.chosen().clear();
        assertNull(model.roc().get());
        assertEquals(0, model.rates().size());
        assertEquals("", model.difference().get());
    }
}
