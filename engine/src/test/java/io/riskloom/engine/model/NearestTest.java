package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> NAMES = List.of("window", "horizon", "inputs", "units", "l1", "learningRate");

    @Test
    void aLetterTooFewTooManyOrWrongIsForgiven() {
        assertEquals(Optional.of("inputs"), Nearest.of("input", NAMES));
        assertEquals(Optional.of("horizon"), Nearest.of("horizn", NAMES));
        assertEquals(Optional.of("window"), Nearest.of("windows", NAMES));
        assertEquals(Optional.of("learningRate"), Nearest.of("learningrate", NAMES));
        assertEquals(Optional.of("units"), Nearest.of("unitz", NAMES));
    }

    @Test
    void aWordOfItsOwnIsNoMistake() {
        assertEquals(Optional.empty(), Nearest.of("colour", NAMES));
        assertEquals(Optional.empty(), Nearest.of("l7", NAMES), "one of two letters is more than a third");
    }
}
