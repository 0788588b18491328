package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.Reading;
import java.util.Optional;
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
}
