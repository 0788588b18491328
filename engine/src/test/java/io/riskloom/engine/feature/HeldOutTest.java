package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.NoticeException;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    /** 185 origins, a fifth of them for validation: days 115 to 151; 37 − 5 origins make two halves of 16. */
    @Test
    void noLabelOfTheFirstHalfReachesBeyondTheSecondsFirstOrigin() throws Exception {
        DateSplit split = DateSplit.of(200, 10, 5, 0.2, 0.2);
        assertEquals(new Span(116, 152), split.validation());
        HeldOut held = HeldOut.of(split, 0.2, 0.2);
        assertEquals(new Span(116, 131), held.choice());
        assertEquals(new Span(137, 152), held.calibration());
        assertEquals(held.choice().last() + 5, held.calibration().first() - 1);
        assertEquals(held.calibration().last() + 5, split.test().first() - 1);
    }

    @Test
    void halvesOfFewerThanTenOriginsAreRefusedWithTheRowsThatWouldDo() throws Exception {
        DateSplit split = DateSplit.of(120, 10, 5, 0.2, 0.2);
        NoticeException e = assertThrows(NoticeException.class, () -> HeldOut.of(split, 0.2, 0.2));
        assertEquals("data.error.tooShort[120, 138]", e.notice().toString());
        HeldOut least = HeldOut.of(DateSplit.of(138, 10, 5, 0.2, 0.2), 0.2, 0.2);
        assertEquals(10, least.choice().size());
        assertEquals(10, least.calibration().size());
        DateSplit oneShort = DateSplit.of(137, 10, 5, 0.2, 0.2);
        assertThrows(NoticeException.class, () -> HeldOut.of(oneShort, 0.2, 0.2));
    }
}
