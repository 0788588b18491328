package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void aNumberBelowZeroHasARealMinusSignAndARoundedZeroNone() {
        assertEquals("−0.0272", Text.number(-0.02719, 4));
        assertEquals("0.0272", Text.number(0.02719, 4));
        assertEquals("0.000", Text.number(-0.0004, 3));
        assertEquals("0", Text.number(-0.0, 0));
        assertEquals("−1234", Text.number(-1234.4, 0));
        assertEquals("−12.5", Text.percent(-0.125));
        assertEquals("–", Text.number(Double.NaN, 3));
        assertEquals("–", Text.number(Double.NEGATIVE_INFINITY, 3));
    }

    @Test
    void aSmallPValueIsABound() {
        assertEquals("<0.001", Text.p(0.0009));
        assertEquals("0.015", Text.p(0.0151));
        assertEquals("< 0.001", Text.signedP(0));
        assertEquals("= 0.015", Text.signedP(0.0151));
    }
}
