package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        assertEquals(3, model.drawing().paths().get());
        assertEquals(2, model.drawing().length().get());
    }

    @Test
    void theRealPathIsTheEndOfTheTestSpanFromTheSamePrice() {
        assertArrayEquals(new double[] {100, 110, 99}, model.fan().get().real(), 1e-9);
    }

    @Test
    void noRealPathIsShownWhereTheTestSpanIsShorter() {
        model.drawing().length().set(4);
        model.generate();
        assertEquals(0, model.fan().get().real().length);
    }

    @Test
    void generatingAsksTheRunsModelAndRedraws() {
        model.drawing().paths().set(4);
        model.drawing().length().set(3);
        model.drawing().seed().set(42);
        model.drawing().start().set(PathRequest.Start.ANY_DAY);
        model.generate();
        Requests.GenerateRequest request = asked.getFirst();
        assertEquals(4, request.paths());
        assertEquals(3, request.length());
        assertEquals(42, request.seed());
        assertEquals(PathRequest.Start.ANY_DAY, request.start());
        assertTrue(request.model().folder().contains("r1"), request.model().folder());
        assertEquals("4 paths of 3 days from 50.00", model.summary().get());
        assertEquals(4, model.fan().get().prices().length);
        assertFalse(model.drawing().busy().get());
    }

    @Test
    void thePathsOnShowBeginWhereTheChipSays() {
        assertEquals(PathRequest.Start.ANY_DAY, model.drawing().start().get());
        model.drawing().start().set(PathRequest.Start.TODAY);
        assertEquals(PathRequest.Start.TODAY, asked.getLast().start());
        assertEquals(50, model.shown().get().paths().startPrice());
        ResultFixtures.add(session, GenerateFixture.whole("r2", 1, 3));
        assertEquals(PathRequest.Start.ANY_DAY, model.drawing().start().get());
        assertEquals(1, asked.size());
        engine = request -> {
            throw new EngineFailure(Notice.of("common.error.noFile", "weights.safetensors"), null);
        };
        model.drawing().start().set(PathRequest.Start.TODAY);
        assertEquals(2, asked.size());
        assertEquals(PathRequest.Start.ANY_DAY, model.drawing().start().get());
    }

    @Test
    void aMonthlyFilesPathsAreCountedInMonths() {
        ResultFixtures.add(session, GenerateFixture.monthly("r2"));
        assertEquals("12 paths of 60 months from 100.00", model.summary().get());
        assertEquals("Month", model.fan().get().xLabel());
        assertEquals(
                "5 months",
                new ScorecardModel(model, texts).distances().getFirst().getFirst());
        texts.locale().set(Texts.CHINESE);
        assertEquals("12 条路径，每条 60 个月，起始价 100.00", model.summary().get());
    }

    @Test
    void aRefusalIsReportedAndThePathsStay() {
        engine = request -> {
            throw new EngineFailure(Notice.of("common.error.noFile", "weights.safetensors"), null);
        };
        model.generate();
        assertNotNull(session.problem().get());
        assertEquals("common.error.noFile", session.problem().get().key());
        assertFalse(model.drawing().busy().get());
        assertEquals(3, model.fan().get().prices().length);
    }

    @Test
    void joinedBlocksAreSaidFromTheTrainedWindowOn() {
        GenerateSpec joined = (GenerateSpec)
                Specs.with(ResultFixtures.spec("generate", Path.of("SP500.csv")), Map.of("model", "mlp-gan"));
        ResultFixtures.add(
                session,
                ResultFixtures.run(
                        "r2", 2, joined, "", model.chosen().evaluation().orElseThrow()));
        model.drawing().length().set(60);
        assertEquals("", model.drawing().seams().get());
        model.drawing().length().set(61);
        assertTrue(
                model.drawing().seams().get().contains("2 blocks"),
                model.drawing().seams().get());
        model.drawing().length().set(180);
        assertTrue(
                model.drawing().seams().get().contains("3 blocks"),
                model.drawing().seams().get());
        texts.locale().set(Texts.CHINESE);
        assertTrue(
                model.drawing().seams().get().contains("3 段"),
                model.drawing().seams().get());
        texts.locale().set(Texts.ENGLISH);
        ResultFixtures.add(
                session,
                ResultFixtures.run(
                        "r3",
                        3,
                        Specs.with(joined, Map.of("model", "ohlcv-gan")),
                        "",
                        model.chosen().evaluation().orElseThrow()));
        model.drawing().length().set(61);
        assertTrue(
                model.drawing().seams().get().contains("volume"),
                model.drawing().seams().get());
        assertFalse(
                model.drawing().seams().get().contains("cut"),
                model.drawing().seams().get());
    }

    @Test
    void moreThanTheChartsCanDrawIsNotAskedFor() {
        model.drawing().paths().set(5000);
        model.drawing().length().set(2000);
        assertTrue(
                model.drawing().tooMuch().get().contains("500 paths"),
                model.drawing().tooMuch().get());
        model.generate();
        assertEquals(List.of(), asked);
        model.drawing().paths().set(500);
        assertEquals("", model.drawing().tooMuch().get());
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
    void bandsAreSortedOnce() {
        ChartModel.FanChart fan = model.fan().get();
        model.highlighted().set(1);
        assertSame(fan.bands(), model.fan().get().bands());
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

    @Test
    void aPlaceOnTheChartChoosesThePathThatLiesNearest() {
        model.highlightAt(1.6, 97);
        assertEquals(1, model.highlighted().get(), "path 2 is at 99 on day 2");
        model.highlightAt(1.1, 91);
        assertEquals(2, model.highlighted().get());
        model.highlightAt(7, 91);
        assertEquals(-1, model.highlighted().get(), "no path has day 7");
    }

    @Test
    void theHighlightedPathIsHeldAgainstTheDaysThatWereLearnt() {
        ResultFixtures.add(session, GenerateFixture.whole("r2", 1, 7));
        assertNull(model.nearest().latest().get().answer());
        model.highlighted().set(1);
        NearestDays found = model.nearest().latest().get().answer();
        assertEquals(2, found.path());
        assertEquals(31, found.at());
        assertEquals(GenerateFixture.FIRST.plusDays(150), found.dates().getFirst());
        assertEquals(20, found.dates().size());
        assertEquals(0, found.distance(), 1e-9);
        assertEquals(0, found.rank());
        assertArrayEquals(found.real(), found.made(), 1e-9);
        assertTrue(NearestCard.words(found, BarUnit.DAY, texts).contains("may be a copy"));
        model.highlighted().set(-1);
        assertNull(model.nearest().latest().get().answer());
        assertEquals(NearestModel.CHOOSE, model.nearest().missing().get());
    }

    @Test
    void whyThereAreNoNearestDaysIsSaid() {
        ResultFixtures.add(session, GenerateFixture.whole("r2", 1, 7));
        model.drawing().length().set(19);
        model.generate();
        model.highlighted().set(0);
        assertEquals(
                "Paths of 20 steps or more can be held against real ones.",
                texts.of(model.nearest().missing().get()));
        engine = request -> {
            double[] broken = new double[30];
            Arrays.fill(broken, Double.NaN);
            return new PathSet(new double[][] {broken}, 50);
        };
        model.generate();
        model.highlighted().set(0);
        assertEquals(
                "No near stretch could be found for this path.",
                texts.of(model.nearest().missing().get()));
        assertNull(model.nearest().latest().get().answer());
    }

    @Test
    void aRunThatKeptNoLearntReturnsHasNoNearestDays() {
        model.highlighted().set(0);
        assertNull(model.nearest().latest().get().answer());
        assertEquals(NearestModel.NOT_KEPT, model.nearest().missing().get());
    }

    @Test
    void anotherStartIsOfferedOnlyWhereItMatters() {
        assertFalse(model.drawing().starts().get());
        GenerateSpec bars = (GenerateSpec)
                Specs.with(ResultFixtures.spec("generate", Path.of("bars.csv")), Map.of("model", "ohlcv-gan"));
        ResultFixtures.add(
                session,
                ResultFixtures.run(
                        "r3", 3, bars, "", model.chosen().evaluation().orElseThrow()));
        assertTrue(model.drawing().starts().get());
    }
}
