package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Specs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Memory of runs over tables of applicants, known before these are read. */
class RunMemoryTest {
    private static final long MIB = 1 << 20;
    private static final long FILE = 200 * MIB;

    private static long credit(Map<String, Object> settings) {
        return RunMemory.bytes(Specs.with(Specs.defaults(CreditSpec.class, "x.csv"), settings), FILE);
    }

    /** Half of what each network learns the second time is generated: 1 + 1 / (1 − 0.5) copies of the rows, not 1. */
    @Test
    void oversamplingTakesTheNetworksTwiceAndTheRowsThrice() {
        Map<String, Object> one = Map.of("model", "mlp", "members", 1);
        long plain = credit(one);
        long gan = credit(Map.of("model", "mlp", "members", 1, "oversample", "gan", "oversampleShare", 0.5));
        long rows = 4 * 3 * 2 * FILE;
        assertTrue(gan > plain + rows, "the weights come to it");
        assertTrue(gan < plain + rows + 100 * MIB);
    }

    /** Channels, windows and conditions of eight series, of which no generator learns more together. */
    @Test
    void seriesLearntTogetherTakeTheMemoryOfAll() {
        for (String model : List.of("sv-gan", "gru-gan")) {
            GenerateSpec alone = Specs.with(Specs.defaults(GenerateSpec.class, "x.csv"), "model", model);
            long one = RunMemory.bytes(alone, FILE / 20);
            long eight = RunMemory.bytes(Specs.with(alone, "together", "all"), FILE / 20);
            assertTrue(one > 700 * MIB, model + " " + one);
            assertTrue(eight > 3 * (one - 400 * MIB), model + " " + eight + ", alone " + one);
        }
    }

    @Test
    void anAnomalyRunGrowsWithItsFileItsUnitsAndItsBatch() {
        AnomalySpec spec = Specs.defaults(AnomalySpec.class, "x.csv");
        assertEquals(600 * MIB, RunMemory.bytes(spec, 0));
        long few = RunMemory.bytes(spec, FILE);
        assertEquals(4 * 3 * FILE, RunMemory.bytes(spec, 2 * FILE) - few);
        AnomalySpec wide = Specs.with(spec, "units", 1024);
        assertTrue(RunMemory.bytes(wide, FILE) > few + 4 * 4 * 3L * 1024 * 1024);
        AnomalySpec broad = Specs.with(spec, "batch", 4096);
        assertTrue(RunMemory.bytes(broad, FILE) > few + 4 * 4000 * 500);
    }
}
