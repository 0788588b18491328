package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveRunTest {

    private static Run run(int epochs) {
        List<EpochReport> made = IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> new EpochReport(epoch, 8, 0.7, 0.6, Map.of(), 2))
                .toList();
        return new Run(
                "credit-mlp-0001",
                Specs.with(Specs.defaults("credit", "a.csv"), "epochs", 8),
                new Provenance("0".repeat(64), "cpu", 1, Map.of()),
                Instant.EPOCH,
                1,
                made,
                new Outcome.Running());
    }

    @Test
    void aRunThatGoesOnBeginsAtTheEpochsItHas() {
        LiveRun live = new LiveRun(run(6), LiveRun.Controls.NONE);
        assertEquals(0.75, live.progress().get());
        RunFeed feed = new RunFeed(live);
        feed.epoch(live.epochs().getFirst()); // told again
        assertEquals(0.75, live.progress().get());
        feed.epoch(new EpochReport(7, 8, 0.7, 0.6, Map.of(), 2));
        assertEquals(0.875, live.progress().get());
        assertTrue(Double.isNaN(live.samplesPerSecond().get()));
    }

    @Test
    void aNewRunBeginsAtNothing() {
        assertEquals(0, new LiveRun(run(0), LiveRun.Controls.NONE).progress().get());
    }
}
