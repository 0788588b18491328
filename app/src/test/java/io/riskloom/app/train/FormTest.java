package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private final Form form = new Form("forecast");

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "classify", "credit", "generate"})
    void anUntouchedFormIsTheDefaultSpecification(String task) {
        Form untouched = new Form(task);
        assertTrue(untouched.valid().get());
        assertEquals(Specs.defaults(task, "/data/x.csv"), untouched.spec("/data/x.csv", "", Reading.PLAIN));
    }

    @Test
    void editedFieldsReachTheSpecification() {
        form.field("window").text().set(" 90 ");
        form.field("learningRate").text().set("5e-4");
        ForecastSpec spec = (ForecastSpec) form.spec("p.csv", "MSFT", Reading.PLAIN);
        assertEquals(90, spec.window());
        assertEquals(0.0005, spec.learningRate());
        assertEquals("MSFT", spec.series());
    }

    @Test
    void settingsOfAnotherModelKeepTheirDefaultsAndNeedNotBeValid() {
        assertTrue(form.concerns(form.field("layers")));
        assertFalse(form.concerns(form.field("kernel")));
        form.field("layers").text().set("3");
        form.field("bidirectional").text().set("yes");
        form.field("kernel").text().set("");
        assertTrue(form.valid().get());
        assertEquals(3, ((ForecastSpec) form.spec("p.csv", "", Reading.PLAIN)).layers());
        form.model().set("tcn");
        assertFalse(form.valid().get());
        form.field("kernel").text().set("2");
        form.field("layers").text().set("99");
        assertTrue(form.valid().get());
        ForecastSpec spec = (ForecastSpec) form.spec("p.csv", "", Reading.PLAIN);
        assertEquals(2, spec.kernel());
        assertEquals(2, spec.layers());
        assertEquals("no", spec.bidirectional());
    }

    @Test
    void aNumberOutOfRangeIsRefusedWithItsRange() {
        form.field("window").text().set("3");
        assertFalse(form.valid().get());
        assertEquals(
                Optional.of(Notice.of("train.invalid.range", "window", "5", "500")),
                form.field("window").error().get());
        form.field("window").text().set("5");
        assertTrue(form.valid().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "60.5", "6e1", "12345678901234567"})
    void anIntegerFieldTakesWholeNumbersOnly(String typed) {
        form.field("window").text().set(typed);
        assertEquals(
                "train.invalid.whole",
                form.field("window").error().get().orElseThrow().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "0,001", "1d", "0x1p-3"})
    void aRealFieldTakesPlainNumbersOnly(String typed) {
        form.field("learningRate").text().set(typed);
        assertEquals(
                "train.invalid.real",
                form.field("learningRate").error().get().orElseThrow().key());
    }

    @Test
    void aFormThatIsNotValidGivesNoSpecification() {
        form.field("dropout").text().set("0.95");
        assertThrows(IllegalArgumentException.class, () -> form.spec("p.csv", "", Reading.PLAIN));
    }

    @Test
    void defaultsAreWrittenWithoutExponentsAndCanBeRestored() {
        FormField decay = form.field("weightDecay");
        assertEquals("0.0001", decay.value());
        decay.text().set("0.5");
        assertFalse(decay.isDefault());
        form.reset();
        assertEquals("0.0001", decay.value());
        assertTrue(decay.isDefault());
    }

    @Test
    void largeLimitsAreReadable() {
        assertEquals("1,000,000,000", form.field("seed").high());
        assertEquals("0.000001", form.field("learningRate").low());
    }

    @Test
    void fieldsAtTheirDefaultsFollowTheTargetAndTheModel() {
        form.field("units").text().set("48");
        form.field("target").text().set("volatility");
        assertEquals("22", form.field("window").value());
        assertEquals("0.003", form.field("learningRate").value());
        assertEquals("returns,logVolatility", form.field("inputs").value());
        assertEquals("yes", form.field("skip").value());
        assertEquals("48", form.field("units").value(), "what was typed stays");
        assertFalse(form.field("units").isDefault());
        form.field("target").text().set("path");
        assertEquals("60", form.field("window").value());
        form.model().set("resnet50");
        assertEquals("64", form.field("window").value());
        assertEquals("5", form.field("stride").value());
        assertEquals(
                Specs.with(Specs.defaults("forecast", "p.csv"), Map.of("model", "resnet50")),
                form.spec("p.csv", "", Reading.PLAIN));
    }

    @Test
    void settingsComeAndGoWithWhatTheyDependOn() {
        assertEquals(
                List.of(false, true, false, false), concerned("volatilityDays", "strategy", "passes", "imageSize"));
        form.field("target").text().set("volatility");
        form.field("bands").text().set("dropout");
        form.model().set("cnn");
        assertEquals(List.of(true, false, true, true), concerned("volatilityDays", "strategy", "passes", "imageSize"));
        form.field("encoding").text().set("bars");
        assertFalse(form.concerns(form.field("imageSize")), "a chart of bars has a size of its own");
        Form direction = new Form("classify");
        assertFalse(direction.concerns(direction.field("deadBand")));
        direction.field("directions").text().set("three");
        assertTrue(direction.concerns(direction.field("deadBand")));
        assertFalse(direction.concerns(direction.field("stopOn")));
    }

    private List<Boolean> concerned(String... names) {
        return Stream.of(names).map(form::field).map(form::concerns).toList();
    }

    @Test
    void severalChoicesKeepTheirOrderAndNeedOneAtLeast() {
        FormField inputs = form.field("inputs");
        inputs.take("calendar", true);
        inputs.take("returns", false);
        inputs.take("logPrice", true);
        assertEquals("ranges,volume,volatility,logPrice,calendar", inputs.value());
        assertEquals(
                List.of("ranges", "volume", "volatility", "logPrice", "calendar"),
                ((ForecastSpec) form.spec("p.csv", "", Reading.PLAIN)).groups());
        List.copyOf(inputs.taken()).forEach(group -> inputs.take(group, false));
        assertEquals("train.invalid.several", inputs.error().get().orElseThrow().key());
        assertFalse(form.valid().get());
    }

    @Test
    void resetKeepsTheModelAndTheTargetAndTakesTheirDefaults() {
        form.field("target").text().set("volatility");
        form.model().set("gru");
        form.field("window").text().set("99");
        form.field("bands").text().set("split");
        form.reset();
        assertEquals("gru", form.model().get());
        assertEquals("volatility", form.field("target").value());
        assertEquals("22", form.field("window").value());
        assertEquals("adaptive", form.field("bands").value());
    }

    @Test
    void aSpecificationIsTakenAsItIs() {
        ForecastSpec spec = Specs.with(
                Specs.defaults(ForecastSpec.class, "p.csv"),
                Map.of("target", "volatility", "window", 60, "skip", "no"));
        form.take(spec);
        assertEquals(spec, form.spec("p.csv", "", Reading.PLAIN));
        assertFalse(form.field("window").isDefault(), "60 days are not the default of this target");
        form.field("target").text().set("path");
        assertEquals("60", form.field("window").value());
        assertTrue(form.field("window").isDefault());
    }

    @Test
    void anEditThatOthersFollowIsOneEdit() {
        int before = form.edits().get();
        form.field("target").text().set("volatility");
        assertEquals(before + 1, form.edits().get());
        form.reset();
        assertEquals(before + 2, form.edits().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "classify", "credit", "generate"})
    void everySettingButTheModelStandsInOneSection(String task) {
        Form any = new Form(task);
        List<FormField> placed = FormSection.all()
                .flatMap(section -> Stream.concat(section.of(any, false).stream(), section.of(any, true).stream()))
                .toList();
        assertEquals(any.fields().size() - 1, placed.size());
        assertEquals(Set.copyOf(any.fields().subList(1, any.fields().size())), Set.copyOf(placed), "each of them once");
    }
}
