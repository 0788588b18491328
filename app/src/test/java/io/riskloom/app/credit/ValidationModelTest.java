package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private CreditViewModel page;
    private ValidationModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        ResultFixtures.add(session, CreditFixture.run("r1"));
        page = new CreditViewModel(session, texts);
        page.view().set(View.VALIDATION);
        page.cutOff().set(0.5);
        model = new ValidationModel(page, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Exhibit shown(Plot plot) {
        model.plot().set(plot);
        return model.exhibit().get();
    }

    @Test
    void everyPlotIsDrawnWithItsFigures() {
        session.choose(CreditFixture.run("r1"));
        ResultFixtures.add(session, CreditFixture.many("r2", 400));
        for (Plot plot : Plot.values()) {
            Exhibit exhibit = shown(plot);
            assertTrue(exhibit.chart() != null, plot.key());
            assertFalse(exhibit.sheet().rows().isEmpty(), plot.key());
        }
    }

    @Test
    void theCapEndsAtThePerfectModelAndMarksTheCutOff() {
        LineChart cap = (LineChart) shown(Plot.CAP).chart();
        assertEquals("MLP, accuracy ratio 0.667", cap.lines().getFirst().name());
        assertArrayEquals(new double[] {0, 0.4, 1}, cap.lines().getLast().x(), 1e-12, "four of ten are bad");
        assertArrayEquals(new double[] {0.5}, cap.spots().getFirst().x(), 1e-12);
        assertArrayEquals(new double[] {0.75}, cap.spots().getFirst().y(), 1e-12);
        List<String> own = model.exhibit().get().sheet().rows().getFirst();
        assertEquals(List.of("MLP", "0.667", "25.0%", "50.0%", "75.0%", "75.0%"), own);
    }

    @Test
    void precisionAndRecallAreMarkedUnlessNobodyIsRefused() {
        LineChart pr = (LineChart) shown(Plot.PR).chart();
        assertArrayEquals(new double[] {0.75}, pr.spots().getFirst().x(), 1e-12);
        assertArrayEquals(new double[] {0.6}, pr.spots().getFirst().y(), 1e-12);
        assertEquals("Chance, 0.400", pr.lines().getLast().name());
        page.cutOff().set(1);
        assertEquals(List.of(), ((LineChart) model.exhibit().get().chart()).spots());
    }

    @Test
    void theKsPlotShowsTheLargestDistanceAndThatAtTheCutOff() {
        LineChart ks = (LineChart) shown(Plot.KS).chart();
        Spots widest = ks.spots().get(0);
        assertEquals("KS 0.583 at 0.600", widest.name());
        assertArrayEquals(new double[] {0.25}, widest.low(), 1e-12, "one of four bad below .6");
        assertArrayEquals(new double[] {5 / 6.0}, widest.high(), 1e-12, "five of six good below .6");
        Spots now = ks.spots().get(1);
        assertEquals("Distance at the cut-off 0.417", now.name()); // 4/6 − 1/4
        assertEquals(0.5, ks.marks().getFirst().x());
        List<List<String>> rows = model.exhibit().get().sheet().rows();
        assertEquals(List.of("Cut-off now", "0.500", "50.0%", "33.3%", "75.0%", "0.417"), rows.get(0));
        assertEquals(List.of("From validation", "0.550"), rows.get(1).subList(0, 2));
        assertEquals(List.of("KS point", "0.600", "60.0%", "16.7%", "75.0%", "0.583"), rows.get(2));
    }

    @Test
    void calibrationHasAnIntervalForEveryBinOfTheNetworkAndALineForPlainModels() {
        ResultFixtures.add(session, CreditFixture.many("r2", 400));
        LineChart chart = (LineChart) shown(Plot.CALIBRATION).chart();
        assertEquals(2, chart.lines().size());
        Spots own = chart.spots().getFirst();
        assertEquals(10, own.x().length);
        for (int i = 0; i < 10; i++) {
            assertTrue(own.low()[i] <= own.y()[i] && own.y()[i] <= own.high()[i]);
        }
        assertEquals("40", model.exhibit().get().sheet().rows().getFirst().get(2));
        assertTrue(model.exhibit().get().remark().startsWith("Calibration slope 1.020, intercept –;"));
    }

    @Test
    void thePartsOfTheBrierScoreAddUpToIt() {
        BarChart chart = (BarChart) shown(Plot.BRIER).chart();
        double[] values = chart.bars().stream().mapToDouble(BarChart.Bar::value).toArray();
        assertEquals(values[4], values[0] + values[1] + values[2] + values[3], 1e-12);
        assertEquals(0.24, values[0], 1e-12, "uncertainty is .4 · .6");
    }

    @Test
    void expectedAndFoundBadOnesAddUpOverTheGroups() {
        ResultFixtures.add(session, CreditFixture.many("r2", 400));
        HistogramChart chart = (HistogramChart) shown(Plot.HOSMER_LEMESHOW).chart();
        double expected =
                Arrays.stream(page.scores().get().network().probability()).sum();
        assertEquals(expected, Arrays.stream(chart.groups().get(0).heights()).sum(), 1e-9);
        assertEquals(
                page.scores().get().badRate() * 400,
                Arrays.stream(chart.groups().get(1).heights()).sum(),
                1e-9);
        assertTrue(model.exhibit().get().remark().contains("10 groups"));
    }

    @Test
    void theLiftOfAllApplicantsIsOneAndTheTableBeginsWithTheRiskiest() {
        ResultFixtures.add(session, CreditFixture.many("r2", 400));
        LineChart chart = (LineChart) shown(Plot.LIFT).chart();
        assertEquals(1, chart.lines().getFirst().y()[9], 1e-12);
        assertEquals(1, chart.lines().getFirst().x()[9], 1e-12);
        double refused = (double) page.at().get().refused() / 400;
        assertEquals(refused, chart.marks().getFirst().x(), 1e-12);
        assertEquals("1", model.exhibit().get().sheet().rows().getFirst().getFirst());
    }

    @Test
    void eachClassOfTheDistributionAddsUpToOne() {
        HistogramChart chart = (HistogramChart) shown(Plot.DISTRIBUTION).chart();
        assertEquals(1, Arrays.stream(chart.groups().get(0).heights()).sum(), 1e-12);
        assertEquals(1, Arrays.stream(chart.groups().get(1).heights()).sum(), 1e-12);
        assertEquals(0.25, chart.groups().get(1).heights()[22], 1e-12, "one of four bad scored .9");
        assertEquals(
                List.of("Bad", "4", "0.675"),
                model.exhibit().get().sheet().rows().get(1).subList(0, 3));
    }

    @Test
    void theProfitTableComparesThePlacesToGoTo() {
        Sheet sheet = shown(Plot.PROFIT).sheet();
        assertEquals("in units of the costs", sheet.columns().getLast().unit());
        List<List<String>> rows = sheet.rows();
        assertEquals(List.of("Cut-off now", "0.500", "50.0%", "20.0%", "−1.0", "−0.100"), rows.get(0));
        assertEquals(List.of("Highest profit", "0.400", "30.0%", "0.0%", "3.0", "0.300"), rows.get(3));
        assertEquals(List.of("Approve all", "1.000", "100.0%", "40.0%", "−14.0", "−1.400"), rows.get(4));
        assertEquals(
                "At these costs refusing pays from a probability of 0.167 on, if the probabilities are right.",
                model.exhibit().get().remark());
    }

    @Test
    void stabilityNeedsDates() {
        assertNull(shown(Plot.STABILITY).chart());
        assertTrue(model.exhibit().get().remark().contains("date of application"));
        ResultFixtures.add(session, CreditFixture.many("r2", 2000));
        DotChart chart = (DotChart) model.exhibit().get().chart();
        assertEquals(3, chart.groups().size());
        assertEquals(chart.rows().size(), model.exhibit().get().sheet().rows().size());
        assertTrue(chart.rows().size() > 1);
    }

    @Test
    void plainModelsCanBeTakenOutOfAChart() {
        ResultFixtures.add(session, CreditFixture.many("r2", 100));
        assertEquals(List.of("scorecard", "forest"), model.plain());
        assertEquals(3, ((LineChart) shown(Plot.ROC).chart()).lines().size());
        model.hidden().add("scorecard");
        LineChart roc = (LineChart) model.exhibit().get().chart();
        assertEquals(2, roc.lines().size());
        assertTrue(roc.lines().get(1).name().startsWith("Random forest"));
        assertEquals(3, model.exhibit().get().sheet().rows().size(), "the table keeps them");
    }

    @Test
    void oneClassAloneHasOnlyItsDistribution() {
        session.choose(CreditFixture.run("r2", new boolean[10]));
        assertNull(shown(Plot.ROC).chart());
        assertTrue(model.exhibit().get().remark().contains("one class"));
        HistogramChart chart = (HistogramChart) shown(Plot.DISTRIBUTION).chart();
        assertEquals(1, Arrays.stream(chart.groups().get(0).heights()).sum(), 1e-12);
        assertEquals(0, Arrays.stream(chart.groups().get(1).heights()).sum(), "there is nobody");
    }

    @Test
    void aCutOffLeavesPlotsAloneThatDoNotShowIt() {
        Exhibit before = shown(Plot.BRIER);
        page.cutOff().set(0.3);
        assertSame(before, model.exhibit().get());
        Exhibit ks = shown(Plot.KS);
        page.cutOff().set(0.31);
        assertNotSame(ks, model.exhibit().get());
        shown(Plot.BRIER);
        session.choose(CreditFixture.many("r3", 50));
        assertNotSame(before, model.exhibit().get(), "another run is drawn anew");
        assertEquals(3, model.exhibit().get().sheet().rows().size());
    }

    @Test
    void theTextsFollowTheLanguage() {
        shown(Plot.KS);
        texts.locale().set(Texts.CHINESE);
        LineChart ks = (LineChart) model.exhibit().get().chart();
        assertEquals("好客户", ks.lines().getFirst().name());
        assertEquals("违约概率", ks.xLabel());
        assertEquals("当前截断点", model.exhibit().get().sheet().rows().getFirst().getFirst());
    }

    @Test
    void aMoveOverThirtyThousandApplicantsTakesLessThanAFrame() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean(); // not the time that others take
        ResultFixtures.add(session, CreditFixture.many("r2", 30_000));
        for (Plot plot : Plot.values()) {
            shown(plot);
            long[] nanos = new long[41];
            for (int i = 0; i < nanos.length; i++) {
                long before = clock.getCurrentThreadCpuTime();
                page.cutOff().set(0.2 + i * 0.01);
                nanos[i] = clock.getCurrentThreadCpuTime() - before;
            }
            Arrays.sort(nanos);
            assertTrue(nanos[20] < 16_000_000, plot.key() + ": " + nanos[20] / 1e6 + " ms");
        }
    }
}
