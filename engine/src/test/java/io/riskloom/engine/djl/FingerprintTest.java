package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Source DATA = new Source("prices.csv", "0a1b", 100);

    /** As a version without these settings wrote it. */
    private static String without(RunSpec spec, List<String> settings) {
        JsonObject json = Specs.toJson(spec);
        json.remove("data");
        settings.forEach(setting -> assertTrue(json.has(setting), setting));
        settings.forEach(json::remove);
        return json + " 0a1b";
    }

    @Test
    void aCheckpointOfAnEarlierVersionBelongsToTheRunWhoseNewSettingsAreTheDefaults() {
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, "prices.csv"), "units", 16);
        String old = without(spec, List.of("scheme", "folds", "fold", "embargo", "repeats"));
        assertFalse(old.contains("scheme"));
        assertTrue(RunFolder.sameRun(old, RunFolder.fingerprint(spec, DATA)));
        assertFalse(RunFolder.sameRun(old, RunFolder.fingerprint(Specs.with(spec, "embargo", 5), DATA)));
        assertFalse(RunFolder.sameRun(old, RunFolder.fingerprint(Specs.with(spec, "units", 32), DATA)));
    }

    @Test
    void aCheckpointFromBeforeBandsWereASettingBelongsToARunWithSplitBands() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "prices.csv");
        String old = without(spec, List.of("bands", "passes", "costs", "target"));
        assertTrue(RunFolder.sameRun(old, RunFolder.fingerprint(Specs.with(spec, "bands", "split"), DATA)));
        assertFalse(RunFolder.sameRun(old, RunFolder.fingerprint(Specs.with(spec, "bands", "adaptive"), DATA)));
    }

    @Test
    void thePlaceOfTheFileDoesNotMatterItsContentDoes() {
        CreditSpec spec = Specs.defaults(CreditSpec.class, "here.csv");
        CreditSpec moved = Specs.with(spec, "data", "/else/where.csv");
        assertEquals(RunFolder.fingerprint(spec, DATA), RunFolder.fingerprint(moved, DATA));
        String old = without(spec, List.of("groups", "scheme", "folds", "fold", "repeats"));
        assertTrue(RunFolder.sameRun(old, RunFolder.fingerprint(moved, DATA)));
        assertFalse(RunFolder.sameRun(old, RunFolder.fingerprint(spec, new Source("here.csv", "ffff", 100))));
    }

    @Test
    void whatCannotBeReadIsOfAnotherRun() {
        CreditSpec spec = Specs.defaults(CreditSpec.class, "here.csv");
        String own = RunFolder.fingerprint(spec, DATA);
        assertFalse(RunFolder.sameRun("", own));
        assertFalse(RunFolder.sameRun("{\"task\":\"credit\",\"novelty\":1} 0a1b", own));
        assertFalse(RunFolder.sameRun("torn 0a1b", own));
        assertTrue(RunFolder.sameRun("torn", "torn"));
    }
}
