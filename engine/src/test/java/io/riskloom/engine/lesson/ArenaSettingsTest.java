package io.riskloom.engine.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Net;
import io.riskloom.engine.lesson.ArenaSettings.Noise;
import io.riskloom.engine.lesson.ArenaSettings.Point;
import io.riskloom.engine.lesson.ArenaSettings.Rule;
import io.riskloom.engine.lesson.ArenaSettings.Source;
import io.riskloom.engine.lesson.ArenaSettings.Steps;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArenaSettingsTest {

    private static void refused(String message, Supplier<?> made) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, made::get);
        assertEquals(message, thrown.getMessage());
    }

    @Test
    void valuesOutOfRangeAreRefusedWithTheirLimits() {
        refused("modes must be between 2.0 and 16.0, not 17.0", () -> Data.plane("ring", 17, 0.05));
        refused("modes must be one of [4, 9, 16, 25], not 8", () -> Data.plane("grid", 8, 0.05));
        refused("spread must be between 0.0 and 0.5, not -0.1", () -> Data.plane("line", 1, -0.1));
        refused("rate must be between 1.0E-6 and 1.0, not NaN", () -> new Steps("adam", Double.NaN, 0.5, 1));
        refused("momentum must be between 0.0 and 0.99, not 1.0", () -> new Steps("sgd", 0.1, 1, 1));
        refused("units must be between 2.0 and 128.0, not 129.0", () -> new Net(1, 129, "relu"));
        refused("layers must be between 1.0 and 5.0, not 0.0", () -> new Net(0, 8, "relu"));
        refused("noise must be between 1.0 and 16.0, not 0.0", () -> new Noise("normal", 0));
        refused("penalty must be between 0.0 and 100.0, not 101.0", () -> new Rule("hinge", 101, true));
        refused(
                "batch must be between 4.0 and 1024.0, not 3.0",
                () -> ArenaPreset.RING.settings().withBatch(3));
        refused("x must be between -1.5 and 1.5, not 1.6", () -> new Point(1.6, 0));
    }

    @Test
    void unknownWordsAreRefusedWithTheChoices() {
        refused("noise must be one of [uniform, normal], not cauchy", () -> new Noise("cauchy", 2));
        refused("activation must be one of [relu, leaky, tanh, sigmoid], not elu", () -> new Net(1, 8, "elu"));
        refused(
                "loss must be one of [original, least-squares, wasserstein, hinge], not mse",
                () -> new Rule("mse", 0, false));
    }

    @Test
    void settingsCrossTheProcessBorderWithTheReadingOfTheirFile() {
        Reading reading = new Reading(
                ReadSettings.DETECTED, List.of(new Step(Check.values()[0], Fix.values()[0], "S", "close", "x")));
        Stream.of(
                        Data.paths(new Source("a.csv", reading, "S"), 30),
                        Data.drawn(List.of(new Point(0.25, -1.5), new Point(0, 1))),
                        Data.plane("grid", 25, 0.05))
                .map(ArenaPreset.COLLAPSE.settings()::with)
                .forEach(settings -> assertEquals(
                        settings, Json.gson().fromJson(Json.gson().toJson(settings), ArenaSettings.class)));
    }

    @Test
    void curesChangeOneThingEachAboutTheTeaching() {
        ArenaSettings collapse = ArenaPreset.COLLAPSE.settings();
        for (ArenaPreset cure : ArenaPreset.CURES) {
            ArenaSettings cured = cure.settings();
            assertEquals(collapse.data(), cured.data());
            assertEquals(collapse.generator(), cured.generator());
            assertEquals(collapse.discriminator(), cured.discriminator());
            assertEquals(collapse.seed(), cured.seed());
            assertTrue(!cured.equals(collapse), cure.name());
        }
        assertEquals(collapse.rule(), ArenaPreset.CURE_RATE.settings().rule());
        assertEquals(
                collapse.generatorSteps(), ArenaPreset.CURE_UPDATES.settings().generatorSteps());
        assertEquals(
                "wasserstein", ArenaPreset.CURE_WASSERSTEIN.settings().rule().loss());
    }
}
