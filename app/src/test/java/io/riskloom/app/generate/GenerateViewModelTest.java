package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final List<Requests.GenerateRequest> asked = new ArrayList<>();
    private Function<Requests.GenerateRequest, PathSet> engine =
            request -> new PathSet(new double[request.paths()][request.length()], 50);
    private Session session;
    private GenerateViewModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder, request -> {
            asked.add(request);
            return engine.apply(request);
        });
        ResultFixtures.add(session, GenerateFixture.run("r1"));
        model = new GenerateViewModel(session, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theEvaluationsSampleIsShownFirst() {
        ChartModel.FanChart fan = model.fan().get();
        assertEquals(3, fan.prices().length);
        assertArrayEquals(new double[] {100, 110, 121}, fan.prices()[0], 1e-9);
        assertEquals("3 paths of 2 days from 100.00", model.summary().get());
        assertEquals(3, model.paths().get());
        assertEquals(2, model.length().get());
    }

    @Test
    void theRealPathIsTheEndOfTheTestSpanFromTheSamePrice() {
        assertArrayEquals(new double[] {100, 110, 99}, model.fan().get().real(), 1e-9);
    }

    @Test
    void noRealPathIsShownWhereTheTestSpanIsShorter() {
        model.length().set(4);
        model.generate();
        assertEquals(0, model.fan().get().real().length);
    }

    @Test
    void distancesAreShownInBasisPointsBesideTheBootstrap() {
        assertEquals("25.1 bp", model.chosen().value(Metric.WASSERSTEIN_1).get());
        assertEquals(
                "block bootstrap 24.6 bp", model.bootstrap(Metric.WASSERSTEIN_1).get());
        assertEquals("block bootstrap –", model.bootstrap(Metric.WASSERSTEIN_5).get());
    }

    @Test
    void aFactIsGoodInsideTheBandOfTheRealSeriesOnly() {
        assertEquals(2, model.facts().size());
        assertTrue(model.facts().get(0).good(), "5.5 lies in 4.2 – 14");
        assertTrue(model.facts().get(0).bootstrapGood());
        assertFalse(model.facts().get(1).good(), ".01 lies above −.05");
        assertFalse(model.facts().get(1).bootstrapGood());
        assertEquals("−0.2000 – −0.0500", model.facts().get(1).band());
        assertEquals(
                "1 of 2 facts inside the band of the real series; block bootstrap 1",
                model.factCount().get());
    }

    @Test
    void generatingAsksTheRunsModelAndRedraws() {
        model.paths().set(4);
        model.length().set(3);
        model.seed().set(42);
        model.generate();
        Requests.GenerateRequest request = asked.getFirst();
        assertEquals(4, request.paths());
        assertEquals(3, request.length());
        assertEquals(42, request.seed());
        assertTrue(request.model().folder().contains("r1"), request.model().folder());
        assertEquals("4 paths of 3 days from 50.00", model.summary().get());
        assertEquals(4, model.fan().get().prices().length);
        assertFalse(model.busy().get());
    }

    @Test
    void aRefusalIsReportedAndThePathsStay() {
        engine = request -> {
            throw new EngineFailure(Notice.of("common.error.noFile", "weights.safetensors"), null);
        };
        model.generate();
        assertNotNull(session.problem().get());
        assertEquals("common.error.noFile", session.problem().get().key());
        assertFalse(model.busy().get());
        assertEquals(3, model.fan().get().prices().length);
    }

    @Test
    void joinedBlocksAreSaidFromTheTrainedWindowOn() {
        model.length().set(60);
        assertEquals("", model.seams().get());
        model.length().set(61);
        assertTrue(model.seams().get().contains("2 blocks"), model.seams().get());
        model.length().set(180);
        assertTrue(model.seams().get().contains("3 blocks"), model.seams().get());
        texts.locale().set(Texts.CHINESE);
        assertTrue(model.seams().get().contains("3 段"), model.seams().get());
    }

    @Test
    void moreThanTheChartsCanDrawIsNotAskedFor() {
        model.paths().set(5000);
        model.length().set(2000);
        assertTrue(model.tooMuch().get().contains("500 paths"), model.tooMuch().get());
        model.generate();
        assertEquals(List.of(), asked);
        model.paths().set(500);
        assertEquals("", model.tooMuch().get());
    }

    @Test
    void aHighlightedPathTellsItsEndAndItsLargestFall() {
        model.highlightedNumber().set(2);
        assertEquals(1, model.fan().get().highlighted());
        assertEquals(
                "Path 2 ends at 99.00 (−1.0%); largest fall 10.0%.",
                model.highlightedWords().get());
        model.highlightedNumber().set(0);
        assertEquals("", model.highlightedWords().get());
        assertEquals(-1, model.fan().get().highlighted());
    }

    @Test
    void onlyWhatChangesIsDrawnAnewAndBandsAreSortedOnce() {
        ChartModel.FanChart fan = model.fan().get();
        ChartModel.HistogramChart distribution = model.distribution().get();
        model.highlighted().set(1);
        assertSame(distribution, model.distribution().get());
        assertSame(fan.bands(), model.fan().get().bands());
        fan = model.fan().get();
        model.days().set(5);
        assertSame(fan, model.fan().get());
        texts.locale().set(Texts.CHINESE);
        assertSame(fan.bands(), model.fan().get().bands());
    }

    @Test
    void aNumberBeyondTheLastPathMeansTheLast() {
        model.highlightedNumber().set(9);
        assertEquals(3, model.highlightedNumber().get());
        assertEquals(2, model.highlighted().get());
    }

    @Test
    void theLowestAndTheHighestEndAreFound() {
        model.highlightLowest();
        assertEquals(2, model.highlighted().get());
        model.highlightHighest();
        assertEquals(0, model.highlighted().get());
    }

    @Test
    void theDistributionComparesRealAndGeneratedOverTheChosenDays() {
        ChartModel.HistogramChart daily = model.distribution().get();
        assertEquals("Real, test span", daily.groups().get(0).name());
        assertEquals(1, Arrays.stream(daily.groups().get(0).heights()).sum(), 1e-12);
        assertEquals(1, Arrays.stream(daily.groups().get(1).heights()).sum(), 1e-12);
        // half of the six generated returns are up by 10%, the upper end; of the three real ones one is
        assertEquals(0.5, above(daily, 1), 1e-12);
        assertEquals(1 / 3.0, above(daily, 0), 1e-12);
        model.days().set(5);
        assertEquals(
                0,
                Arrays.stream(model.distribution().get().groups().get(0).heights())
                        .sum(),
                "too short");
        assertEquals("Return over 5 days, %", model.distribution().get().xLabel());
        texts.locale().set(Texts.CHINESE);
        assertEquals("5 日收益率，%", model.distribution().get().xLabel());
    }

    /** Share of a group's returns in the bins above 0. */
    private static double above(ChartModel.HistogramChart chart, int group) {
        double sum = 0;
        for (int i = 0; i < chart.edges().length - 1; i++) {
            sum += chart.edges()[i] > 0 ? chart.groups().get(group).heights()[i] : 0;
        }
        return sum;
    }

    @Test
    void theExportHoldsReturnsAndPricesStepByStep() throws Exception {
        Path csv = folder.resolve("paths.csv");
        model.exportTo(csv);
        List<String> lines = Files.readAllLines(csv);
        assertEquals("path,step,return,price", lines.get(0));
        assertEquals(7, lines.size());
        String[] second = lines.get(2).split(",");
        assertEquals("1", second[0]);
        assertEquals("2", second[1]);
        assertEquals(Math.log(1.1), Double.parseDouble(second[2]), 1e-12);
        assertEquals(121, Double.parseDouble(second[3]), 1e-9);
    }

    @Test
    void withoutARunNothingIsAsked() {
        session.runs().clear();
        session.chosen().clear();
        model.generate();
        assertEquals(List.of(), asked);
        assertNull(model.fan().get());
    }
}
