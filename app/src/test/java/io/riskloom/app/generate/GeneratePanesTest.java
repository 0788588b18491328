package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details.Fact.Light;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the panes of the page show, without a toolkit. */
class GeneratePanesTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private GenerateViewModel page;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        ResultFixtures.add(session, GenerateFixture.whole("r1", 1, 7));
        page = new GenerateViewModel(session, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theDistributionHasTheRealSpanTheGeneratorAndBothPlainSimulators() {
        DistributionModel model = new DistributionModel(page, texts);
        ChartModel.HistogramChart chart = model.histogram().get();
        assertEquals(
                List.of("Real, test span", "Generated", "Block bootstrap", "GARCH(1,1)-t"),
                chart.groups().stream().map(ChartModel.HistogramChart.Bars::name).toList());
        for (ChartModel.HistogramChart.Bars bars : chart.groups()) {
            assertEquals(1, Arrays.stream(bars.heights()).sum(), 1e-9, bars.name());
        }
        ChartModel.LineChart quantiles = model.quantiles().get();
        assertTrue(quantiles.diagonal());
        assertEquals(80, quantiles.spots().getFirst().x().length);
        assertEquals(2, quantiles.lines().size());
        model.days().set(5);
        assertEquals("Return over 5 days, %", model.histogram().get().xLabel());
        texts.locale().set(Texts.CHINESE);
        assertEquals("5 日收益率，%", model.histogram().get().xLabel());
    }

    @Test
    void aSpanShorterThanTheReturnsHasNoQuantiles() {
        DistributionModel model = new DistributionModel(page, texts);
        model.days().set(100);
        assertEquals(0, model.quantiles().get().lines().size());
        assertEquals(0, model.quantiles().get().spots().size());
    }

    @Test
    void theScorecardHasALightForEverySimulator() {
        ScorecardModel model = new ScorecardModel(page, texts);
        assertEquals(2, model.facts().size());
        assertEquals(List.of(Light.GREEN, Light.GREEN, Light.AMBER), lights(model.facts().get(0)));
        assertEquals(Light.RED, lights(model.facts().get(1)).get(0), ".03 lies outside −.25 … .02");
        assertEquals(Light.AMBER, lights(model.facts().get(1)).get(1));
        assertNull(model.facts().get(1).values().get(2).light(), "no value, no light");
        assertEquals("–", model.facts().get(1).values().get(2).words());
        assertEquals("−0.2000 – −0.0500", model.facts().get(1).band());
        assertEquals(
                "1 of 2 facts inside the 90% band of the real series; block bootstrap 1, GARCH 0",
                model.factCount().get());
    }

    private static List<Light> lights(FactRow row) {
        return row.values().stream().map(FactRow.Value::light).toList();
    }

    @Test
    void distancesStandInBasisPointsBesideTheirFloor() {
        ScorecardModel model = new ScorecardModel(page, texts);
        assertEquals(List.of(List.of("5 days", "12.0", "15.0", "–", "9.0")), List.copyOf(model.distances()));
        assertEquals(
                List.of("Error of kurtosis", "1.250", "–", "0.500"),
                model.scores().stream()
                        .filter(row -> row.get(1).equals("1.250"))
                        .findFirst()
                        .orElseThrow());
        assertNull(model.correlations().get(), "one series");
        assertEquals(
                "bootstrap 24.6 · GARCH –",
                ScorecardModel.beside(page.chosen(), "wasserstein1", texts).get());
    }

    @Test
    void correlationsShowTheirDifference() {
        List<String> names = List.of("A", "B");
        ChartModel.HeatTiles tiles = GenerateCharts.correlations(
                List.of(
                        new PathSight.Correlation("real", names, new double[][] {{1, .5}, {.5, 1}}),
                        new PathSight.Correlation(PathSight.GENERATED, names, new double[][] {{1, .2}, {.2, 1}})),
                texts);
        assertEquals(3, tiles.tiles().size());
        assertEquals("Generated − real", tiles.tiles().get(2).name());
        assertArrayEquals(new double[] {0, -.3}, tiles.tiles().get(2).values()[0], 1e-12);
        assertEquals("A · B", tiles.tiles().get(0).cells().get(1));
    }

    @Test
    void curvesHaveTheirBandAndDrawdownsAreInPercent() {
        PathSight sight = page.sight().orElseThrow();
        ChartModel.LineChart acf = GenerateCharts.curve(sight.curves().get(0), texts);
        assertEquals("Autocorrelation of |returns|", acf.yLabel());
        assertEquals(3, acf.lines().size());
        assertArrayEquals(new double[] {.4, .3, .2}, acf.areas().getFirst().high(), 1e-12);
        ChartModel.LineChart drawdown = GenerateCharts.curve(sight.curves().get(1), texts);
        assertArrayEquals(new double[] {10, 90}, drawdown.lines().getFirst().x(), 1e-9);
        assertArrayEquals(new double[] {5, 30}, drawdown.lines().getFirst().y(), 1e-9);
        assertEquals("Share of paths, %", drawdown.xLabel());
    }

    @Test
    void distancesToRealWindowsShareTheirBins() {
        CopiesModel model = new CopiesModel(page, texts);
        ChartModel.HistogramChart chart = (ChartModel.HistogramChart) model.distances().get();
        assertEquals(4, chart.edges()[chart.edges().length - 1], 1e-12);
        assertEquals(1, chart.groups().get(0).heights()[20], 1e-12, "all real windows are 2 away");
        assertEquals(.25, chart.groups().get(1).heights()[39], 1e-12, "one of four generated at 4");
        assertEquals(1, chart.groups().get(2).heights()[39], 1e-12);
        assertTrue(model.words().get().contains("0.97"), model.words().get());
    }

    @Test
    void windowsOfBothKindsStandOnOneMap() {
        OverlayModel model = new OverlayModel(page, texts);
        ChartModel.LineChart map = (ChartModel.LineChart) model.overlay().get();
        assertEquals(2, map.spots().size());
        assertEquals("Generated", map.spots().get(1).name());
        assertTrue(map.spots().get(1).x().length > 10);
        assertTrue(model.explained().get().startsWith("The two axes carry"), model.explained().get());
        model.method().set(OverlayModel.Method.TSNE);
        assertTrue(model.explained().get().startsWith("t-SNE"), model.explained().get());
    }

    @Test
    void aRunOfAnEarlierVersionHasNeitherCurvesNorDistances() {
        ResultFixtures.add(session, GenerateFixture.run("r0"));
        assertTrue(page.sight().isEmpty());
        assertNull(new CopiesModel(page, texts).distances().get());
        assertNull(new OverlayModel(page, texts).overlay().get());
        assertEquals(List.of(), List.copyOf(new ScorecardModel(page, texts).distances()));
        assertNotNull(new DistributionModel(page, texts).histogram().get());
    }

    @Test
    void aSecondGeneratorStandsBesideOnOneScaleAndCanBeSwapped() {
        CompareModel model = new CompareModel(page, texts);
        assertNull(model.other().get());
        ResultFixtures.add(session, GenerateFixture.whole("r2", 2, 50));
        assertEquals("r1", model.other().get().id());
        ChartModel.FanChart left = (ChartModel.FanChart) model.left().get();
        ChartModel.FanChart right = (ChartModel.FanChart) model.right().get();
        assertEquals(left.yRange(), right.yRange());
        assertEquals(100, left.prices()[0][0], 1e-12);
        assertEquals(61, right.prices()[0].length);
        assertEquals("Facts inside their 90% bands: 1 and 1 of 2", model.factCount().get());
        assertEquals("", model.caveat().get());
        assertTrue(model.leftName().get().startsWith("r2"), model.leftName().get());
        model.swap();
        assertEquals("r1", page.chosen().run().get().id());
        assertEquals("r2", model.other().get().id());
        assertArrayEquals(right.prices()[3], ((ChartModel.FanChart) model.left().get()).prices()[3], 1e-12);
    }

    @Test
    void generatorsJudgedOnDifferentDaysAreComparedWithAWarning() {
        CompareModel model = new CompareModel(page, texts);
        ResultFixtures.add(session, GenerateFixture.run("r0"));
        assertEquals("r1", model.other().get().id());
        assertTrue(model.caveat().get().contains("different days"), model.caveat().get());
        assertEquals(3, ((ChartModel.FanChart) model.left().get()).prices()[0].length, "as many days as both have");
        assertEquals(3, ((ChartModel.FanChart) model.right().get()).prices()[0].length);
    }

    @Test
    void aPathOfBarsIsDrawnAsCandles() {
        double[][] close = {{Math.log(1.1), Math.log(0.9)}};
        PathSet bars = new PathSet(
                "close",
                close,
                100,
                List.of(
                        new PathSet.Column("open", new double[][] {{100, 101, 109}}),
                        new PathSet.Column("high", new double[][] {{100, 112, 110}}),
                        new PathSet.Column("low", new double[][] {{100, 99, 98}}),
                        new PathSet.Column("volume", new double[][] {{5, 7, 9}})));
        ChartModel.PriceChart chart = PathBars.of(bars, 0, texts).orElseThrow();
        assertEquals(2, chart.history().size());
        assertArrayEquals(new double[] {101, 109}, chart.history().open());
        assertArrayEquals(new double[] {110, 99}, chart.history().close(), 1e-9);
        assertArrayEquals(new double[] {7, 9}, chart.history().volume());
        assertTrue(PathBars.of(bars, -1, texts).isEmpty());
        assertTrue(PathBars.of(GenerateFixture.sample(), 0, texts).isEmpty());
    }
}
