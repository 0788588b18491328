package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpecsTest {

    static List<String> tasks() {
        return Specs.tasks();
    }

    @Test
    void theFiveTasksAreKnown() {
        assertEquals(List.of("forecast", "classify", "credit", "generate", "anomaly"), Specs.tasks());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void jsonRoundTripKeepsEverySetting(String task) {
        RunSpec spec = Specs.with(Specs.with(Specs.defaults(task, "a.csv"), "seed", 42), "epochs", 3);
        assertEquals(task, spec.task());
        assertEquals(42, spec.seed());
        assertEquals(3, spec.epochs());
        assertEquals(spec, Specs.parse(Specs.toJson(spec).toString()));
        assertEquals(spec, Json.gson().fromJson(Json.gson().toJson(spec), RunSpec.class));
        assertEquals(spec.getClass(), Specs.typeOf(task));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void defaultsAreTheDeclaredOnes(String task) {
        RunSpec spec = Specs.defaults(task, "a.csv");
        JsonObject json = Specs.toJson(spec);
        List<HyperParameter> parameters = Specs.parameters(Specs.typeOf(task));
        assertTrue(parameters.size() > 5);
        for (HyperParameter parameter : parameters) {
            assertEquals(
                    String.valueOf(parameter.defaultFor(Specs.settings(spec))),
                    json.get(parameter.name()).getAsString());
            parameter.check(parameter.defaultValue());
        }
        assertEquals("a.csv", json.get("data").getAsString());
        assertEquals("", json.get("series").getAsString());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aSettingConcernsModelsThatAreThere(String task) {
        List<HyperParameter> parameters = Specs.parameters(Specs.typeOf(task));
        List<String> models = parameters.getFirst().choices();
        for (HyperParameter parameter : parameters) {
            assertTrue(models.containsAll(parameter.models()), parameter.name());
            assertTrue(parameter.models().size() < models.size(), parameter.name());
        }
    }

    @Test
    void onlyGatedLayersRunBothWaysAndOnlyConvolutionsHaveAKernel() {
        HyperParameter both = parameter(ForecastSpec.class, "bidirectional");
        assertTrue(both.concerns("lstm") && both.concerns("gru"));
        assertFalse(both.concerns("tcn") || both.concerns("mlp") || both.concerns("rnn"));
        assertTrue(parameter(ForecastSpec.class, "kernel").concerns("tcn"));
        assertFalse(parameter(ForecastSpec.class, "kernel").concerns("lstm"));
        assertTrue(parameter(ForecastSpec.class, "units").concerns("tcn"));
    }

    private static HyperParameter parameter(Class<? extends RunSpec> type, String name) {
        return Specs.parameters(type).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyNumberBeyondItsRangeIsRefusedByName(String task) {
        RunSpec spec = Specs.defaults(task, "a.csv");
        for (HyperParameter parameter : Specs.parameters(spec.getClass())) {
            Object beyond =
                    switch (parameter.kind()) {
                        case CHOICE, SEVERAL -> "nonsense";
                        case INTEGER -> (long) parameter.max() + 1;
                        case REAL -> parameter.max() + 1;
                    };
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> Specs.with(spec, parameter.name(), beyond));
            assertTrue(refused.getMessage().startsWith(parameter.name() + " must be "), refused.getMessage());
        }
    }

    @Test
    void rangeErrorsNameRangeAndValue() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "a.csv");
        assertEquals("horizon must be between 1 and 120, not 0", message(() -> Specs.with(spec, "horizon", 0)));
        assertEquals("dropout must be between 0 and 0.9, not 0.95", message(() -> Specs.with(spec, "dropout", 0.95)));
        assertEquals("window must be a whole number, not 2.5", message(() -> Specs.with(spec, "window", 2.5)));
        assertEquals("dropout must be a number, not much", message(() -> Specs.with(spec, "dropout", "much")));
        assertEquals(
                "dropout must be between 0 and 0.9, not NaN", message(() -> Specs.with(spec, "dropout", Double.NaN)));
        assertEquals(
                "model must be one of [lstm, gru, rnn, tcn, mlp, resnet50, resnet34, resnet18, cnn], not gbm",
                message(() -> Specs.with(spec, "model", "gbm")));
    }

    @Test
    void defaultsThatDependOnAnotherSettingFollowItUnlessChosen() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "a.csv");
        ForecastSpec volatility = Specs.with(spec, "target", "volatility");
        assertEquals(22, volatility.window());
        assertEquals(3e-3, volatility.learningRate());
        assertEquals("returns,logVolatility", volatility.inputs());
        assertEquals(spec, Specs.with(volatility, "target", "path"));
        assertEquals(
                50,
                Specs.with(Specs.with(spec, "window", 50), "target", "volatility")
                        .window());
        assertEquals(
                60,
                Specs.with(spec, Map.of("target", "volatility", "window", 60)).window());
        assertEquals(1e-4, Specs.with(spec, "model", "cnn").learningRate());
        ForecastSpec read = (ForecastSpec) Specs.parse("{\"task\": \"forecast\", \"target\": \"volatility\"}");
        assertEquals(1, read.layers());
    }

    @Test
    void aWindowThatIsAPictureIsSizedByTheModelBeforeTheTarget() {
        ForecastSpec pictures = Specs.with(
                Specs.defaults(ForecastSpec.class, "a.csv"), Map.of("model", "resnet50", "target", "volatility"));
        assertEquals(64, pictures.window());
        assertEquals(1e-4, pictures.learningRate());
        assertEquals(22, Specs.with(pictures, "model", "lstm").window());
    }

    @Test
    void aRecursiveForecastHasDefaultsOfItsOwn() {
        ForecastSpec recursive = Specs.with(Specs.defaults(ForecastSpec.class, "a.csv"), "strategy", "recursive");
        assertEquals("returns,volatility", recursive.inputs());
        assertEquals(20, recursive.passes());
        assertEquals(
                "returns,ranges,volume,volatility",
                Specs.with(recursive, "strategy", "direct").inputs());
        ForecastSpec volatility = Specs.with(recursive, "target", "volatility");
        assertEquals("returns,logVolatility", volatility.inputs(), "the target comes first");
    }

    @Test
    void aRunOfAnEarlierVersionOpensWithWhatThatVersionDid() {
        String old = "{\"task\": \"forecast\", \"data\": \"a.csv\", \"loss\": \"pinball\"}";
        ForecastSpec stored = (ForecastSpec) Specs.parse(old);
        assertEquals("path", stored.target());
        assertEquals("split", stored.bands());
        assertEquals(5, stored.costs());
        assertEquals("adaptive", Specs.with(stored, "target", "volatility").bands());
    }

    @Test
    void someSettingsConcernARunOnlyBesideOthers() {
        HyperParameter passes = parameter(ForecastSpec.class, "passes");
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "a.csv");
        assertFalse(passes.concerns(Specs.settings(spec)));
        assertTrue(passes.concerns(Specs.settings(Specs.with(spec, "bands", "dropout"))));
        assertFalse(parameter(ForecastSpec.class, "encoding").concerns(Specs.settings(spec)));
        assertTrue(parameter(ForecastSpec.class, "folds")
                .concerns(Specs.settings(Specs.with(spec, "scheme", "expanding"))));
    }

    @Test
    void severalChoicesStandInTheirOrderWithoutDoubles() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "a.csv");
        assertEquals(
                List.of("returns", "calendar"),
                Specs.with(spec, "inputs", "returns,calendar").groups());
        assertEquals(
                List.of("returns"),
                Specs.with(spec, "inputs", "returns,returns").groups());
        for (String wrong : List.of("", "returns,weather")) {
            assertThrows(IllegalArgumentException.class, () -> Specs.with(spec, "inputs", wrong), wrong);
        }
    }

    @Test
    void withChangesOneSettingAndLeavesTheOthers() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "a.csv");
        ForecastSpec changed = Specs.with(spec, "horizon", "5");
        assertEquals(5, changed.horizon());
        assertEquals(spec, Specs.with(changed, "horizon", spec.horizon()));
        assertEquals("VIX", Specs.with(spec, "series", "VIX").series());
        assertTrue(message(() -> Specs.with(spec, "horizn", 5))
                .startsWith("unknown setting horizn; the nearest is horizon"));
        assertTrue(message(() -> Specs.with(spec, "colour", 5)).startsWith("unknown setting colour; known are "));
        assertTrue(message(() -> Specs.with(spec, "task", "credit")).startsWith("unknown setting task"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"task\": \"divine\"}|task must be one of",
                "{\"model\": \"lstm\"}|the specification has no task",
                "[1]|expected a JSON object",
                "{\"task\": |not valid JSON",
                "{\"task\": \"forecast\", \"colour\": 1}|unknown setting colour",
                "{\"task\": \"forecast\", \"window\": {}}|window must be one number or text, not {}",
                "{\"task\": \"forecast\", \"window\": [20]}|window must be one number or text, not [20]",
                "{\"task\": {}}|task must be one of",
                "{\"task\": null}|task must be one of",
                "{\"task\": [\"forecast\"]}|task must be one of",
                "{\"task\": \"forecast\", \"horizon\": 1000}|horizon must be between 1 and 120, not 1000"
            })
    void wrongJsonIsRefusedInWords(String json, String start) {
        String message = message(() -> Specs.parse(json));
        assertTrue(message.startsWith(start), message);
    }

    @Test
    void severalChoicesMayStandInAnyOrder() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "a.csv");
        assertEquals(
                "returns,calendar",
                Specs.with(spec, "inputs", "calendar, returns,calendar").inputs());
        String known =
                "one or more of [returns, ranges, volume, volatility, logVolatility, logPrice, indicators, calendar]";
        assertEquals(
                "inputs must be " + known + ", joined by commas, not none",
                message(() -> Specs.with(spec, "inputs", "")));
        assertEquals(
                "inputs must be " + known + ", joined by commas, not returns,luck",
                message(() -> Specs.with(spec, "inputs", "returns,luck")));
    }

    @Test
    void absentAndNullSettingsTakeTheirDefaults() {
        RunSpec spec = Specs.parse("{\"task\": \"forecast\", \"data\": \"a.csv\", \"horizon\": null}");
        assertEquals(Specs.defaults("forecast", "a.csv"), assertInstanceOf(ForecastSpec.class, spec));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theReadingOfTheFileBelongsToTheSpec(String task) {
        Reading reading = new Reading(
                        ReadSettings.DETECTED.withSeparator(";").withRoles(Map.of("Kurs", "close")), List.of())
                .and(new Step(Check.SPLIT, Fix.ADJUST, "AAPL", "", "2014-06-09 7"));
        RunSpec spec = Specs.with(Specs.defaults(task, "a.csv"), "reading", reading.toJson());
        assertEquals(reading, spec.reading());
        assertEquals(spec, Specs.parse(Specs.toJson(spec).toString()));
        assertEquals(reading, Specs.with(spec, "seed", 9).reading());
        assertFalse(Specs.toJson(Specs.defaults(task, "a.csv")).has("reading"));
    }

    @Test
    void anotherFileKeepsWhatColumnsMeanButNotHowTheFirstWasWritten() {
        Step codes = new Step(Check.SPECIAL_CODE, Fix.SET_MISSING, "", "income", "-9999");
        Reading reading = new Reading(
                ReadSettings.DETECTED.withSeparator(";").withTarget("status", List.of("late")),
                List.of(codes, new Step(Check.DUPLICATE, Fix.LEAVE_OUT, "", "", "")));
        RunSpec spec = Specs.with(Specs.defaults("credit", "a.csv"), "reading", reading.toJson());
        assertEquals(reading, spec.readingOf(Path.of("b", "..", "a.csv")));
        assertEquals(
                new Reading(ReadSettings.DETECTED.withTarget("status", List.of("late")), List.of(codes), true),
                spec.readingOf(Path.of("b.csv")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"settings\": {\"separater\": \";\"}}|unknown member separater of settings",
                "{\"settings\": {\"decimal\": \"x\"}}|not a reading: decimal must be . or , not x",
                "{\"steps\": [{\"check\": \"GUESS\", \"fix\": \"ADJUST\"}]}|not a reading: check",
                "{\"steps\": 3}|not a reading",
                "3|not a reading"
            })
    void wrongReadingsAreRefusedInWords(String json, String start) {
        String message = message(() -> Specs.with(Specs.defaults("credit", "a.csv"), "reading", json));
        assertTrue(message.startsWith(start), message);
    }

    private static String message(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }
}
