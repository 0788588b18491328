package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.FactLight;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.HeldEngine;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Details.Fact.Light;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facts of a generator's last epoch while it trains. */
class LiveFactsTest {

    @TempDir
    Path folder;

    private final HeldEngine engine = new HeldEngine();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private FollowedRun followed;
    private LiveFacts facts;

    @BeforeEach
    void open() throws IOException {
        session = engine.session(folder);
        followed = new FollowedRun(session, texts, Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC));
        facts = new LiveFacts(session, texts, followed);
    }

    @AfterEach
    void close() {
        engine.end();
        session.close();
    }

    private void train(String task) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "date,close\n2024-01-01,1\n");
        RunSpec spec = Specs.with(Specs.defaults(task, file.toString()), "epochs", 3);
        session.train(spec);
    }

    /** What the engine leaves in the run's folder, and then tells. */
    private void epoch(int epoch, double kurtosis, double diversity) throws IOException {
        Run run = followed.run().get();
        Path models = Path.of(session.model(run).folder());
        Files.createDirectories(models);
        double[] levels = Playback.levels();
        if (epoch == 1) {
            Details.Fact fat = new Details.Fact("kurtosis", 8, 6, 10, 4, 14, 8, 8, Double.NaN);
            Details.Fact acf = new Details.Fact("acf1", 0, -0.1, 0.1, -0.2, 0.2, 0, 0, Double.NaN);
            Playback.begin(
                    models, new Playback.Scale(List.of(fat, acf), new int[] {1}, new double[] {0}, levels, levels));
        }
        Playback.append(
                models,
                new Playback.Frame(
                        epoch,
                        1,
                        Map.of("kurtosis", kurtosis, "acf1", 0.05),
                        diversity,
                        levels,
                        new double[] {0},
                        new int[] {0},
                        new double[levels.length][1],
                        new double[][] {{1}}));
        engine.epoch(epoch, 0.7, 0.6);
    }

    private List<Light> lights() {
        return facts.lights().get().stream().map(FactLight::light).toList();
    }

    @Test
    void nothingIsToldBeforeTheFirstEpoch() throws IOException {
        assertEquals(List.of(), lights());
        train("generate");
        assertEquals(List.of(), lights());
        assertEquals("", facts.heading().get());
    }

    @Test
    void theLightsFollowTheEpochs() throws IOException {
        train("generate");
        epoch(1, 20, 0.9);
        assertEquals(List.of(Light.RED, Light.GREEN), lights());
        assertEquals(
                "Stylised facts of epoch 1 against the validation span: 1 of 2 inside the 90% band",
                facts.heading().get());
        assertEquals("6.000 – 10.00", facts.lights().get().getFirst().band());
        assertEquals("", facts.alarm().get());
        epoch(2, 12, 0.9);
        assertEquals(List.of(Light.AMBER, Light.GREEN), lights());
        epoch(3, 9, 0.9);
        assertEquals(List.of(Light.GREEN, Light.GREEN), lights());
        texts.locale().set(Texts.CHINESE);
        assertEquals("第 3 轮的典型事实与验证期对比：2 项中有 2 项位于 90% 区间内", facts.heading().get());
    }

    @Test
    void aCollapseIsSaidUntilItIsOver() throws IOException {
        train("generate");
        epoch(1, 9, 0.1);
        assertTrue(
                facts.alarm().get().startsWith("Mode collapse: the windows of epoch 1"),
                facts.alarm().get());
        assertTrue(
                facts.alarm().get().contains("10% of that of real ones"),
                facts.alarm().get());
        epoch(2, 9, 0.25);
        assertEquals("", facts.alarm().get());
    }

    @Test
    void theFactsStayWhenTheRunHasEndedUntilAnotherIsLookedAt() throws IOException {
        session.runs().add(RunsOfTheStore.stopped("forecast-lstm-0007", folder.resolve("b.csv")));
        train("generate");
        epoch(1, 9, 0.1);
        engine.cancel();
        assertEquals(List.of(Light.GREEN, Light.GREEN), lights());
        assertTrue(
                facts.heading().get().startsWith("Stylised facts of epoch 1"),
                facts.heading().get());
        assertEquals("", facts.alarm().get());
        followed.choose(session.runs().getLast());
        assertEquals(List.of(), lights());
        assertEquals("", facts.heading().get());
    }

    @Test
    void aRefitIsSaidWithHowFarItIs() throws IOException {
        train("generate");
        for (int epoch = 1; epoch <= 3; epoch++) {
            engine.progress(epoch, 0.5, 100);
            engine.epoch(epoch, 0.7, 0.6);
        }
        assertTrue(words().endsWith("is being judged on the test data."), words());
        engine.refit(2, false);
        engine.progress(2, 0.4, 100);
        assertTrue(
                words().contains("trained anew on training and validation days together, for 2 epochs: 40% done"),
                words());
        assertEquals(0.4, followed.progress().get().share());
        engine.refit(2, true);
        assertTrue(words().endsWith("is being judged on the test data."), words());
        assertEquals(1, followed.progress().get().share());
    }

    private String words() {
        return followed.progress().get().words();
    }

    @Test
    void theBestSoFarIsCalledUnripeBeforeTheMiddle() throws IOException {
        train("generate");
        engine.epoch(1, 0.7, 0.6, Map.of("factScore", 0.5));
        assertEquals(
                new Figure("Fact score, kept epoch", "0.5000", "Epoch 1, kept if ended now · from 2 on epochs count"),
                followed.progress().get().figures().get(1));
        engine.epoch(2, 0.7, 0.6, Map.of("factScore", 0.75));
        assertEquals(
                new Figure("Fact score, kept epoch", "0.7500", "Epoch 2 · now 0.7500"),
                followed.progress().get().figures().get(1));
    }

    @Test
    void otherTasksHaveNone() throws IOException {
        train("forecast");
        epoch(1, 9, 0.9);
        assertEquals(List.of(), lights());
    }

    @Test
    void aDamagedFileIsReported() throws IOException {
        train("generate");
        epoch(1, 9, 0.9);
        Path models = Path.of(session.model(followed.run().get()).folder());
        try (Stream<Path> files = Files.list(models)) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"facts\":\n{]\n");
        }
        engine.epoch(2, 0.7, 0.6);
        assertEquals("common.error.io", session.problem().get().key());
        assertEquals(List.of(), lights());
    }
}
