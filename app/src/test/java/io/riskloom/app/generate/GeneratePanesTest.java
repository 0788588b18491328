package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Details.Fact.Light;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Run;
import java.io.IOException;
import java.io.StringWriter;
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
        assertNull(model.histogram().get(), "another tab is on show");
        page.tab().set(GenerateTab.DISTRIBUTION);
        ChartModel.HistogramChart chart = model.histogram().get();
        assertEquals(
                List.of("Real, test span", "Generated", "Block bootstrap", "GARCH(1,1)-t"),
                chart.groups().stream()
                        .map(ChartModel.HistogramChart.Bars::name)
                        .toList());
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
        assertEquals("5 日收益率（%）", model.histogram().get().xLabel());
    }

    @Test
    void aSpanShorterThanTheReturnsHasNoQuantiles() {
        page.tab().set(GenerateTab.DISTRIBUTION);
        DistributionModel model = new DistributionModel(page, texts);
        model.days().set(100);
        assertEquals(0, model.quantiles().get().lines().size());
        assertEquals(0, model.quantiles().get().spots().size());
    }

    @Test
    void theScorecardHasALightForEverySimulator() {
        ScorecardModel model = new ScorecardModel(page, texts);
        assertEquals(2, model.facts().size());
        assertEquals(
                List.of(Light.GREEN, Light.GREEN, Light.AMBER),
                lights(model.facts().get(0)));
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
                "bootstrap 24.6 bp\nGARCH –",
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
        ChartModel.LineChart acf = GenerateCharts.curve(sight.curves().get(0), BarUnit.MONTH, texts);
        assertEquals("Autocorrelation of |returns|", acf.yLabel());
        assertEquals(3, acf.lines().size());
        assertArrayEquals(new double[] {.4, .3, .2}, acf.areas().getFirst().high(), 1e-12);
        ChartModel.LineChart drawdown = GenerateCharts.curve(sight.curves().get(1), BarUnit.DAY, texts);
        assertArrayEquals(new double[] {10, 90}, drawdown.lines().getFirst().x(), 1e-9);
        assertArrayEquals(new double[] {5, 30}, drawdown.lines().getFirst().y(), 1e-9);
        assertEquals("Share of paths, %", drawdown.xLabel());
    }

    @Test
    void distancesToRealWindowsShareTheirBins() {
        CopiesModel model = new CopiesModel(page, texts);
        ChartModel.HistogramChart chart =
                (ChartModel.HistogramChart) model.distances().get();
        assertEquals(4, chart.edges()[chart.edges().length - 1], 1e-12);
        assertEquals(1, chart.groups().get(0).heights()[20], 1e-12, "all real windows are 2 away");
        assertEquals(.25, chart.groups().get(1).heights()[39], 1e-12, "one of four generated at 4");
        assertEquals(1, chart.groups().get(2).heights()[39], 1e-12);
        assertTrue(model.words().get().contains("0.97"), model.words().get());
    }

    @Test
    void windowsOfBothKindsStandOnOneMap() {
        OverlayModel model = new OverlayModel(page, texts);
        assertNull(model.overlay().get(), "another tab is on show");
        page.tab().set(GenerateTab.COPIES);
        ChartModel.LineChart map = (ChartModel.LineChart) model.overlay().get();
        assertEquals(2, map.spots().size());
        assertEquals("Generated", map.spots().get(1).name());
        assertTrue(map.spots().get(1).x().length > 10);
        assertTrue(
                model.explained().get().startsWith("The two axes carry"),
                model.explained().get());
        model.method().set(OverlayModel.Method.TSNE);
        assertTrue(
                model.explained().get().startsWith("t-SNE"), model.explained().get());
        ChartModel shown = model.overlay().get();
        page.tab().set(GenerateTab.PATHS);
        page.tab().set(GenerateTab.COPIES);
        assertSame(shown, model.overlay().get(), "placed once");
    }

    @Test
    void aRunOfAnEarlierVersionHasNeitherCurvesNorDistances() {
        ResultFixtures.add(session, GenerateFixture.run("r0"));
        assertTrue(page.sight().isEmpty());
        assertNull(new CopiesModel(page, texts).distances().get());
        page.tab().set(GenerateTab.COPIES);
        OverlayModel overlay = new OverlayModel(page, texts);
        assertNull(overlay.overlay().get());
        assertTrue(
                overlay.none().get().startsWith("This run kept no distances"),
                overlay.none().get());
        ScorecardModel scorecard = new ScorecardModel(page, texts);
        assertEquals(List.of(), List.copyOf(scorecard.distances()));
        assertEquals(
                3,
                scorecard.scores().stream()
                        .filter(row -> row.getFirst().startsWith("Wasserstein"))
                        .count(),
                "they then stand among the scores");
        page.tab().set(GenerateTab.DISTRIBUTION);
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
        assertEquals(
                "Facts inside their 90% bands: 1 and 1 of 2", model.factCount().get());
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
        assertTrue(
                model.caveat().get().contains("different test spans"),
                model.caveat().get());
        assertEquals(3, ((ChartModel.FanChart) model.left().get()).prices()[0].length, "as many days as both have");
        assertEquals(3, ((ChartModel.FanChart) model.right().get()).prices()[0].length);
    }

    @Test
    void aPathOfBarsIsDrawnAsCandlesAndWrittenWhole() throws IOException {
        double[][] close = {{Math.log(1.1), Math.log(0.9)}};
        Shown bars = Shown.of(
                new PathSet(
                        "SP500",
                        close,
                        100,
                        List.of(
                                new PathSet.Column("open", new double[][] {{100, 101, 109}}),
                                new PathSet.Column("high", new double[][] {{100, 112, 110}}),
                                new PathSet.Column("low", new double[][] {{100, 99, 98}}),
                                new PathSet.Column("close", new double[][] {{100, 110, 99}}),
                                new PathSet.Column("volume", new double[][] {{5, 7, 9}}))),
                new double[0]);
        ChartModel.PriceChart chart = PathBars.of(bars, 0, texts).orElseThrow();
        assertEquals(2, chart.history().size());
        assertArrayEquals(new double[] {101, 109}, chart.history().open());
        assertArrayEquals(new double[] {110, 99}, chart.history().close(), 1e-9);
        assertArrayEquals(new double[] {7, 9}, chart.history().volume());
        assertTrue(PathBars.of(bars, -1, texts).isEmpty());
        assertTrue(PathBars.of(Shown.of(GenerateFixture.sample(), new double[0]), 0, texts)
                .isEmpty());
        assertEquals("path,step,return,close,open,high,low,volume", csv(bars).getFirst());
        assertTrue(
                csv(bars).get(1).matches("1,1,0\\.0953.*,110\\.?0*1?,101.*,112.*,99.*,7.*"),
                csv(bars).get(1));
    }

    private static List<String> csv(Shown shown) throws IOException {
        StringWriter out = new StringWriter();
        shown.csv(out);
        return out.toString().lines().toList();
    }

    @Test
    void theFileOfSeveralSeriesHasThemAllAndTheSummaryNamesTheOneOnShow() throws IOException {
        PathSet joint = new PathSet(
                "S&P 500", new double[][] {{0, Math.log(2)}}, 50, List.of(new PathSet.Column("VIX", new double[][] {
                    {20, 21, 19}
                })));
        List<String> lines = csv(Shown.of(joint, new double[0]));
        assertEquals("path,step,return,S&P 500,VIX", lines.get(0));
        assertTrue(lines.get(2).startsWith("1,2,0.6931"), lines.get(2));
        assertEquals(List.of(100.0, 19.0), numbers(lines.get(2)));
        assertEquals("paths-r1.csv", page.exportName());
        assertEquals("paths-r1-all.csv", page.fileName());
    }

    /** The last two cells. */
    private static List<Double> numbers(String line) {
        List<String> cells = List.of(line.split(","));
        return cells.subList(cells.size() - 2, cells.size()).stream()
                .map(Double::valueOf)
                .map(x -> Math.round(x * 1e9) / 1e9)
                .toList();
    }

    @Test
    void pathsAreSortedByTheirEndsOnce() {
        Shown shown = Shown.of(GenerateFixture.sample(), new double[0]);
        assertEquals(List.of(2, 1, 0), shown.byEnd());
        assertArrayEquals(new int[] {2, 1, 0}, shown.places());
        assertEquals(1, shown.nearest(2, 98));
        assertEquals(-1, shown.nearest(3, 98));
    }

    @Test
    void simulatorsThatLackAFitLeaveTheBootstrap() {
        double[] still = new double[600]; // no variance, no GARCH
        Rivals rivals = Rivals.of(GenerateFixture.sight(still));
        assertEquals(200, rivals.bootstrap().length);
        assertEquals(0, rivals.garch().length);
    }

    @Test
    void aFactWithoutBandsHasAnEmptyBar() {
        double no = Double.NaN;
        Details.Fact old = new Details.Fact("kurtosis", 5, 4, 6, no, no, 5, 5, 5);
        BandBar empty = new BandBar(FactRow.of(old, texts));
        empty.resize(150, 16);
        empty.layout();
        assertEquals(0, empty.getChildrenUnmodifiable().size());
        BandBar whole = new BandBar(page.details().orElseThrow().facts().stream()
                .map(fact -> FactRow.of(fact, texts))
                .findFirst()
                .orElseThrow());
        whole.resize(150, 16);
        whole.layout();
        assertEquals(6, whole.getChildrenUnmodifiable().size(), "two bands, a tick, three marks");
    }

    @Test
    void theSecondGeneratorIsHeldAgainstTheBandsThatAreDrawn() {
        CompareModel model = new CompareModel(page, texts);
        Run second =
                GenerateFixture.withFacts("r0", List.of(new Details.Fact("kurtosis", 40, 30, 50, 20, 60, 40, 40, 40)));
        session.runs().add(second);
        model.other().set(second);
        FactRow.Value theirs = model.facts().getFirst().values().get(1);
        assertEquals(40, theirs.number());
        assertEquals(Light.RED, theirs.light(), "inside its own bands, far outside the 3.1 … 19 that are drawn");
    }
}
