package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.result.Row;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Classification.Confusion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private CreditViewModel page;
    private OverviewModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        ResultFixtures.add(session, CreditFixture.run("r1"));
        page = new CreditViewModel(session, texts);
        model = new OverviewModel(page, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private String words(String key) {
        return row(key).words();
    }

    private String rate(String key) {
        return row(key).value();
    }

    private Row row(String key) {
        return model.rates().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRatesFollowTheCutOff() {
        page.cutOff().set(0.5);
        assertEquals("50.0%", rate("approval"));
        assertEquals("20.0%", rate("badRate"));
        assertEquals("60.0%", rate(Metric.PRECISION));
        assertEquals("75.0%", rate(Metric.RECALL));
        assertEquals("0.667", rate(Metric.F1)); // 2 · 3 / (2 · 3 + 2 + 1)
        assertEquals("70.0%", rate(Metric.ACCURACY));
        page.cutOff().set(0);
        assertEquals("0.0%", rate("approval"));
        assertEquals("–", rate("badRate"), "nobody is approved, so there is no rate");
    }

    @Test
    void profitIsThatOfAllFourCellsInItsUnit() {
        page.cutOff().set(0.5);
        page.costs().goodApproved().set(100);
        page.costs().badApproved().set(-250);
        assertEquals("150.0", rate("profit")); // 4 good and 1 bad approved: 400 − 250
        assertEquals("15.000", rate("profitEach"));
        assertEquals("Profit per applicant, in units of the costs", words("profitEach"));
        page.costs().badApproved().set(-500);
        page.costs().unit().set("EUR");
        assertEquals("−100.0", rate("profit"));
        assertEquals("Profit, EUR", words("profit"));
    }

    @Test
    void countsCarryTheirShares() {
        page.cutOff().set(0.5);
        assertEquals("4 · 40.0%", model.count(Confusion::tn));
        assertEquals("1 · 10.0%", model.count(Confusion::fn));
    }

    @Test
    void theRocChartHoldsEveryModelAndThePlaceOfTheCutOff() {
        page.cutOff().set(0.5);
        LineChart roc = (LineChart) model.roc().get();
        assertEquals(2, roc.lines().size());
        assertEquals("MLP", roc.lines().get(0).name());
        assertEquals("Logistic regression", roc.lines().get(1).name());
        assertEquals(11, roc.lines().get(0).x().length);
        assertEquals("Cut-off 0.500", roc.spots().getFirst().name());
        assertArrayEquals(new double[] {2 / 6.0}, roc.spots().getFirst().x(), 1e-12, "two of six good are refused");
        assertArrayEquals(new double[] {3 / 4.0}, roc.spots().getFirst().y(), 1e-12, "three of four bad are refused");
        assertTrue(roc.diagonal());
    }

    @Test
    void theProfitCurveIsMarkedAtTheCutOff() {
        page.cutOff().set(0.5);
        LineChart chart = (LineChart) model.profit().get();
        assertEquals("Profit per applicant, in units of the costs", chart.yLabel());
        assertEquals(0.5, chart.marks().getFirst().x());
        assertEquals(-0.1, chart.spots().getFirst().y()[0], 1e-12); // 4 − 5 over ten
        double[] x = chart.lines().getFirst().x();
        double[] y = chart.lines().getFirst().y();
        assertEquals(22, x.length, "two ends and two corners a score");
        assertEquals(0, y[0], "up to the lowest score all are refused");
        assertEquals(0.4, x[7]);
        assertEquals(0.3, y[7], 1e-12, "three good and no bad below .4");
        assertEquals(-0.2, y[8], 1e-12, "above .4 a bad one is approved too");
        assertEquals(1, x[21], "approve all is drawn up to 1");
        assertEquals((6 - 20) / 10.0, y[21], 1e-12);
    }

    @Test
    void runsOfEarlierVersionsAreComparedFromTheirAnswers() {
        List<List<String>> rows = model.comparison().get().rows();
        assertEquals(List.of("MLP", "0.833 (0.550 – 1.000)", "0.667", "0.583", "0.170", "–", "–"), rows.get(0));
        assertEquals("Logistic regression", rows.get(1).get(0));
        assertEquals("0.583", rows.get(1).get(1));
        assertTrue(rows.get(1).get(5).startsWith("+0.250 (−"), rows.get(1).get(5));
        assertTrue(rows.get(1).get(6).startsWith("0."), rows.get(1).get(6));
    }

    @Test
    void oneClassAloneHasCountsButNoCurves() {
        session.choose(CreditFixture.run("r2", new boolean[10]));
        assertNull(model.roc().get());
        assertNull(model.profit().get());
        page.cutOff().set(0.5);
        assertEquals("50.0%", rate("approval"));
    }

    @Test
    void nothingIsDrawnWhileAnotherViewIsLookedAt() {
        var before = model.roc().get();
        page.view().set(View.VALIDATION);
        page.cutOff().set(0.3);
        assertSame(before, model.roc().get());
        page.view().set(View.OVERVIEW);
        assertEquals(
                "Cut-off 0.300",
                ((LineChart) model.roc().get()).spots().getFirst().name());
    }

    @Test
    void theTextsFollowTheLanguage() {
        texts.locale().set(Texts.CHINESE);
        assertEquals("好客户被拒比例", ((LineChart) model.roc().get()).xLabel());
        assertTrue(model.rates().stream().anyMatch(r -> r.words().equals("通过率")));
        assertEquals("逻辑回归", model.comparison().get().rows().get(1).get(0));
    }

    @Test
    void withoutARunThereIsNothingToShow() {
        session.runs().clear();
        session.chosen().clear();
        assertNull(model.roc().get());
        assertEquals(List.of(), model.rates());
        assertEquals(Sheet.NONE, model.comparison().get());
        assertEquals("", model.count(Confusion::tp));
    }
}
