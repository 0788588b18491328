package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Directions;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Scores;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request over the pipes of a real child process, whose work is {@link FakeWork}. */
class ChildEngineTest {

    private static Heard heard;
    private static ChildEngine engine;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        heard = new Heard();
        engine = ChildEngine.start(new ChildOptions(3, 512), heard, FakeEngineMain.class.getName());
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void aRunFinishesAfterAllItsEventsInOrder() throws Exception {
        Heard own = new Heard();
        try (Engine child = ChildEngine.start(ChildOptions.defaults(), own, FakeEngineMain.class.getName())) {
            List<Object> atTheEnd =
                    Asked.get(child.train(Asked.train(folder, "plain", 20)).thenApply(outcome -> List.copyOf(own.all)));

            List<Object> expected = IntStream.rangeClosed(1, 20)
                    .boxed()
                    .<Object>mapMulti((epoch, out) -> {
                        out.accept(new EngineEvents.Progress(epoch, 0.5, 1, 2, 10));
                        out.accept(new EpochReport(epoch, 20, 1.0 / epoch, Double.NaN, Map.of("x", Double.NaN), 0.1));
                    })
                    .toList();
            assertEquals(expected, atTheEnd);
        }
    }

    @Test
    void anOutcomeKeepsItsKindItsDetailsAndWhatIsNoNumber() throws Exception {
        Outcome.Finished finished =
                assertInstanceOf(Outcome.Finished.class, Asked.get(engine.train(Asked.train(folder, "plain", 1))));
        assertEquals(1.5, finished.evaluation().metrics().get("mae"));
        assertEquals(Double.NaN, finished.evaluation().metrics().get("smape"));
        assertEquals(Notice.of("verdict.better", "12"), finished.evaluation().verdict());
        Details.OfGenerate details =
                assertInstanceOf(Details.OfGenerate.class, finished.evaluation().details());
        assertArrayEquals(new double[] {0.1, Double.NaN}, details.sample().returns()[0]);
    }

    @Test
    void negativeOriginsCountFromTheEnd() throws Exception {
        Forecast forecast =
                Asked.get(engine.forecast(new Requests.ForecastRequest(Asked.model("forecast"), "prices.csv", -2, 0)));
        assertEquals(
                List.of(
                        LocalDate.of(2020, 1, 1).plusDays(98),
                        LocalDate.of(2020, 1, 1).plusDays(99)),
                forecast.origins());
        assertArrayEquals(new double[][] {{198}, {199}}, forecast.forecast());
        assertArrayEquals(new double[][] {{Double.NaN}, {Double.NaN}}, forecast.actual());

        Forecast one = Asked.get(
                engine.forecast(new Requests.ForecastRequest(Asked.model("forecast"), "prices.csv", 20, -79)));
        assertArrayEquals(new double[] {120}, one.lastValue());
    }

    @Test
    void originsOutsideTheSeriesAreRefusedWithItsLength() {
        Notice range = Asked.refusal(
                engine.forecast(new Requests.ForecastRequest(Asked.model("forecast"), "prices.csv", -101, 0)));
        assertEquals(Notice.of("service.originRange", -101, 0, 100), range);
        Notice day = Asked.refusal(
                engine.features(new Requests.FeaturesRequest(Asked.model("classify"), "prices.csv", 100)));
        assertEquals(Notice.of("service.originOutside", 100, 100), day);
    }

    /** Nobody who asks from the first full window on has chosen a day. */
    @Test
    void tooFewDaysForAForecastAreToldWithWhatTheModelNeeds() {
        for (int from : new int[] {10, -1}) {
            Notice notice = Asked.refusal(
                    engine.forecast(new Requests.ForecastRequest(Asked.model("forecast"), "short.csv", from, 0)));
            assertEquals(Notice.of("service.tooShort", "FAKE", 5, 10), notice);
        }
    }

    @Test
    void creditScoresAreOneARow() throws Exception {
        double[] scores = Asked.get(engine.score(new Requests.ScoreRequest(Asked.model("credit"), "credit.csv")));
        assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3, Double.NaN}, scores);
    }

    @Test
    void applicantsKnowTheirLinesAndWhatIsToBeSaidOfTheFile() throws Exception {
        Scores scores = Asked.get(engine.applicants(new Requests.ScoreRequest(Asked.model("credit"), "credit.csv")));
        assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3, Double.NaN}, scores.bad());
        assertArrayEquals(new int[] {2, 3, 5}, scores.lines());
        assertEquals(
                List.of(Notice.of("data.warn.shortRows", 5, "", 1), Notice.of("credit.note.unseen", "home", 2)),
                scores.notes());
        assertEquals(
                Notice.of("service.wrongModel", "lstm", "forecast", "score"),
                Asked.refusal(engine.applicants(new Requests.ScoreRequest(Asked.model("forecast"), "credit.csv"))));
    }

    @Test
    void reasonsAndRefusalsComeFromTheChild() throws Exception {
        Requests.ModelRef model = Asked.model("credit");
        List<Explanation> told = Asked.get(
                engine.explain(new Requests.ExplainRequest(model, "credit.csv", new int[] {1, 2}, "gradients")));
        assertEquals(
                List.of(new Explanation.Reason("age", "40", 0, "0"), new Explanation.Reason("home", "boat", 0, "own")),
                told.getFirst().reasons());
        assertEquals(2, told.getLast().row());
        assertEquals(1.0 / 3, told.getLast().probability(), 1e-12);
        assertEquals("", told.getLast().reasons().getFirst().value());
        assertEquals(
                Notice.of("explain.error.dataGone", "prices.csv"),
                Asked.refusal(engine.counterfactual(
                        new Requests.CounterfactualRequest(model, "credit.csv", 0, 0.5, List.of("age")))));
    }

    @Test
    void classifierScoresAreOneADayWithoutNumbersBeforeTheFirstWindow() throws Exception {
        double[] scores = Asked.get(engine.score(new Requests.ScoreRequest(Asked.model("classify"), "prices.csv")));
        assertEquals(100, scores.length);
        assertEquals(Double.NaN, scores[8]);
        assertEquals(0.5, scores[9]);
    }

    @Test
    void directionsAreToldFromTheFirstFullWindowOn() throws Exception {
        Directions told =
                Asked.get(engine.directions(new Requests.ScoreRequest(Asked.model("classify"), "prices.csv")));
        assertEquals(91, told.origins().size());
        assertEquals(0.5, told.up(0));
        assertArrayEquals(new double[] {0.5, 0.5}, told.probability()[90]);
        assertEquals(
                Notice.of("service.wrongModel", "lstm", "forecast", "score"),
                Asked.refusal(engine.directions(new Requests.ScoreRequest(Asked.model("forecast"), "prices.csv"))));
    }

    @Test
    void aModelOfAnotherTaskOrAFileOfAnotherKindIsRefused() {
        assertEquals(
                Notice.of("service.wrongModel", "lstm", "forecast", "generate"),
                Asked.refusal(engine.generate(
                        new Requests.GenerateRequest(Asked.model("forecast"), 1, 1, 1, PathRequest.Start.TODAY))));
        assertEquals(
                Notice.of("service.notCredit", "prices.csv"),
                Asked.refusal(engine.score(new Requests.ScoreRequest(Asked.model("credit"), "in/prices.csv"))));
        assertEquals(
                Notice.of("service.notPrices", "credit.csv"),
                Asked.refusal(engine.features(new Requests.FeaturesRequest(Asked.model("classify"), "credit.csv", 5))));
    }

    @Test
    void tenThousandPathsPassUnchanged() throws Exception {
        PathSet paths = Asked.get(engine.generate(
                new Requests.GenerateRequest(Asked.model("generate"), 10_000, 250, 5, PathRequest.Start.TODAY)));
        double[][] expected = new FakeModels.Seeded()
                .generate(new PathRequest(10_000, 250, 5, PathRequest.Start.TODAY))
                .returns();
        assertArrayEquals(expected, paths.returns());
    }

    @Test
    void featureMapsOfAllStagesPassUnchanged() throws Exception {
        FeatureMaps maps =
                Asked.get(engine.features(new Requests.FeaturesRequest(Asked.model("classify"), "prices.csv", -1)));
        FeatureMaps expected = new FakeModels.Even().featureMaps(history(), 99);
        assertEquals(5, maps.layers().size());
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(
                    expected.layers().get(i).values(), maps.layers().get(i).values());
        }
        assertArrayEquals(expected.closes(), maps.closes());
        assertEquals(expected.windowDates(), maps.windowDates());
    }

    private static PriceHistory history() throws Exception {
        return ((Imported.Prices) new FakeWork().read(Path.of("prices.csv"), Reading.PLAIN))
                .series()
                .getFirst();
    }

    @Test
    void printsToStandardOutputStayOutOfTheProtocol() throws Exception {
        double[][] cells = {{1, Double.NaN}, {-0.1, Double.MIN_VALUE}};
        for (int i = 0; i < 50; i++) {
            assertArrayEquals(cells, Asked.get(engine.convolve(Asked.convolve(cells, "zeros")))[0]);
        }
    }

    @Test
    void poolDeviceAndCheckAreAnswered() throws Exception {
        assertArrayEquals(
                new double[][] {{2, 3, 4}},
                Asked.get(engine.pool(
                                new Requests.PoolRequest(new double[][][] {{{1}}}, PoolShape.window(2, 3, 4), "max")))
                        .output()[0]);
        DeviceInfo device = Asked.get(engine.device());
        assertEquals("Fake 1", device.engine());
        assertEquals(3, device.threads());
        assertTrue(device.rssMb() > 10, device.rssMb() + " MiB");
        CheckReport check = Asked.get(engine.check());
        assertFalse(check.passed());
        assertEquals(
                new CheckReport.Item("lstm", false, "no lock"), check.items().get(1));
    }

    @Test
    void aRefusalCarriesItsNotice() {
        assertEquals(
                Notice.of("run.error.convolution", "stride", "0", "≥ 1"),
                Asked.refusal(engine.convolve(Asked.convolve(new double[][] {{1}}, "refused"))));
        assertEquals(
                Notice.of("feature.error.tooShort", "12", "60"),
                Asked.refusal(engine.train(Asked.train(folder, "refuse", 1))));
    }

    @Test
    void aBugInTheEngineIsNamedAndTheEngineGoesOn() throws Exception {
        assertEquals(
                Notice.of("service.unexpected", "a bug", "IllegalStateException"),
                Asked.refusal(engine.convolve(Asked.convolve(new double[][] {{1}}, "broken"))));
        assertEquals("cpu", Asked.get(engine.device()).device());
    }

    @Test
    void anAnswerMayBeChainedToAnotherQuestionThatIsWaitedFor() throws Exception {
        CompletableFuture<String> chained = engine.device()
                .thenApply(device ->
                        engine.device().orTimeout(30, TimeUnit.SECONDS).join().engine());
        assertEquals("Fake 1", Asked.get(chained));
    }

    @Test
    void aListenerThatFailsDoesNotStopTheRun() throws Exception {
        Heard failing = new Heard() {
            @Override
            public void epoch(EpochReport report) {
                super.epoch(report);
                throw new IllegalStateException("a listener's bug");
            }
        };
        try (Engine child = ChildEngine.start(ChildOptions.defaults(), failing, FakeEngineMain.class.getName())) {
            assertInstanceOf(Outcome.Finished.class, Asked.get(child.train(Asked.train(folder, "plain", 3))));
            assertEquals(3, failing.epochs().size());
        }
    }
}
