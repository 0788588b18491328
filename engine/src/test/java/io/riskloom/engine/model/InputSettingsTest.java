package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.feature.WindowImages;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the specifications offer as inputs is what {@code feature} computes. */
class InputSettingsTest {

    @ParameterizedTest
    @ValueSource(classes = {ForecastSpec.class, ClassifySpec.class})
    void inputsAreTheGroupsOfFeatures(Class<? extends RunSpec> spec) {
        HyperParameter inputs = parameter(spec, "inputs");
        assertEquals(FeatureGroups.all(), inputs.choices());
        assertEquals(FeatureGroups.defaults(), List.of(((String) inputs.defaultValue()).split(",")));
    }

    @ParameterizedTest
    @ValueSource(classes = {ForecastSpec.class, ClassifySpec.class})
    void encodingsAreTheKindsOfPictures(Class<? extends RunSpec> spec) {
        assertEquals(
                Set.copyOf(WindowImages.kinds()),
                Set.copyOf(parameter(spec, "encoding").choices()));
    }

    private static HyperParameter parameter(Class<? extends RunSpec> spec, String name) {
        return Specs.parameters(spec).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
