package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.djl.EngineArithmetic;
import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaPreset;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's own child, with the native library. */
class NativeChildTest {

    private static final String SP500 = Path.of(
                    "../sample-data/src/main/resources/io/riskloom/samples/prices/SP500.csv")
            .toAbsolutePath()
            .toString();

    private static Heard heard;
    private static ChildEngine engine;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        heard = new Heard();
        engine = ChildEngine.start(ChildOptions.defaults(), heard);
    }

    @AfterAll
    static void closingEndsTheProcessWithoutACrash() throws Exception {
        engine.close();
        assertEquals(0, Asked.get(engine.onExit()).exitValue());
    }

    @Test
    void everyNativePartPassesItsCheck() throws Exception {
        CheckReport report = Asked.get(engine.check());
        assertTrue(report.passed() && report.items().size() >= 5, report.toString());
    }

    @Test
    void theDeviceReportNamesLibraryThreadsAndMemory() throws Exception {
        DeviceInfo device = Asked.get(engine.device());
        assertTrue(device.engine().startsWith("PyTorch 2."), device.engine());
        assertEquals(1, device.threads());
        assertTrue(device.rssMb() > 50, device.rssMb() + " MiB");
    }

    @Test
    void convolutionAndPoolingAgreeWithArithmeticByHand() throws Exception {
        double[][] input = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
        double[][] kernel = {{1, 0}, {0, -1}};
        assertArrayEquals(
                new double[][][] {{{-3.5, -3.5}, {-3.5, -3.5}}},
                Asked.get(engine.convolve(Requests.ConvolveRequest.plane(input, kernel, 1, 0, 1, "zeros", 0.5))));
        EngineArithmetic.Pooled pooled = Asked.get(
                engine.pool(new Requests.PoolRequest(new double[][][] {input}, PoolShape.window(2, 2, 1), "average")));
        assertArrayEquals(new double[][][] {{{3, 4}, {6, 7}}}, pooled.output());
        assertArrayEquals(new double[][][] {{{0.25, 0.5, 0.25}, {0.5, 1, 0.5}, {0.25, 0.5, 0.25}}}, pooled.gradient());
        assertArrayEquals(
                new double[] {0.5, 0.5},
                Asked.get(engine.dense(
                        new Requests.DenseRequest(new double[] {1}, new double[][] {{2}, {1}}, new double[] {0, 1}))));
    }

    @Test
    void aDuelGoesOnInTheChildAndRepeats() throws Exception {
        Requests.ArenaRequest ten =
                new Requests.ArenaRequest("duel", ArenaPreset.COLLAPSE.settings(), 10, ArenaPhase.BOTH);
        Asked.get(engine.arena(ten));
        ArenaFrame twenty = Asked.get(engine.arena(ten));
        ArenaFrame back = Asked.get(engine.arenaRewind(new Requests.ArenaRewind("duel", 0, 10)));
        assertEquals(ten.settings(), back.settings());
        ArenaFrame again = Asked.get(engine.arena(ten));
        assertArrayEquals(twenty.plane().fake(), again.plane().fake());
        assertArrayEquals(twenty.plane().scores(), again.plane().scores());
        assertEquals(1, again.branch());
        Requests.ArenaRequest paths = new Requests.ArenaRequest(
                "paths",
                ArenaPreset.paths(new ArenaSettings.Source(SP500, null, "")).settings(),
                1,
                ArenaPhase.BOTH);
        assertEquals(
                21, Asked.get(engine.arena(paths)).paths().shown().getFirst().nearest().length);
        // three updates of the discriminator, one of the generator
        assertEquals(3 * 5 + 6, Asked.get(engine.arenaTrace(paths)).stages().size());
        assertEquals(
                21,
                Asked.get(engine.arenaLook(new Requests.ArenaLookRequest("paths", new float[] {0, 1})))
                        .made()
                        .length);
        assertTrue(Asked.get(engine.arenaClose(new Requests.ArenaId("paths"))));
    }

    @Test
    void aTrainedForecasterForecastsTheDaysAfterTheFile() throws Exception {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, SP500);
        for (String[] setting :
                new String[][] {{"window", "10"}, {"horizon", "3"}, {"units", "4"}, {"layers", "1"}, {"epochs", "1"}}) {
            spec = Specs.with(spec, setting[0], setting[1]);
        }
        Outcome outcome = Asked.get(engine.train(new TrainRequest(spec, folder.toString(), "cpu")));
        assertInstanceOf(Outcome.Finished.class, outcome);
        assertFalse(heard.epochs().isEmpty());

        Requests.ModelRef model = new Requests.ModelRef(spec, folder.toString());
        Forecast ahead = Asked.get(engine.forecast(new Requests.ForecastRequest(model, SP500, -1, 0)));
        assertEquals(1, ahead.size());
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN}, ahead.actual()[0]);
        assertTrue(ahead.lower90()[0][2] < ahead.forecast()[0][2] && ahead.forecast()[0][2] < ahead.upper90()[0][2]);

        String gone = SP500 + ".gone";
        var refused = Asked.refusal(engine.forecast(new Requests.ForecastRequest(model, gone, -1, 0)));
        assertTrue(refused.args().contains(Path.of(gone).getFileName().toString()), refused.toString());
    }
}
