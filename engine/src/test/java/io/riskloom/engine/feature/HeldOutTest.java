package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.NoticeException;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    private static final DateCut HALVED = new DateCut(10, 5, 0, 0.2, 0.2, true);

    /** 185 origins, a fifth of them for validation: days 115 to 151; 37 − 5 origins make two halves of 16. */
    @Test
    void noLabelOfTheFirstHalfReachesBeyondTheSecondsFirstOrigin() throws Exception {
        DateSplit split = HALVED.holdOut(200);
        assertEquals(new Span(116, 152), split.validation());
        HeldOut held = HeldOut.of(split);
        assertEquals(new Span(116, 131), held.choice());
        assertEquals(new Span(137, 152), held.calibration());
        assertEquals(held.choice().last() + 5, held.calibration().first() - 1);
        assertEquals(held.calibration().last() + 5, split.test().first() - 1);
    }

    /** 37 validation origins, five of them and three more between the halves: 14 and 15. */
    @Test
    void anEmbargoWidensTheGapBetweenTheHalves() throws Exception {
        DateSplit split = new DateCut(10, 5, 3, 0.2, 0.2, true).holdOut(200);
        assertEquals(new Span(158, 194), split.test());
        assertEquals(new Span(113, 149), split.validation());
        HeldOut held = HeldOut.of(split);
        assertEquals(new Span(113, 126), held.choice());
        assertEquals(new Span(135, 149), held.calibration());
    }

    @Test
    void theRowsThatWouldDoAreToldAtOnceForAllSpansAndHalves() throws Exception {
        NoticeException e = assertThrows(NoticeException.class, () -> HALVED.holdOut(60));
        assertEquals("data.error.tooShort[60, 138]", e.notice().toString());
        HeldOut least = HeldOut.of(HALVED.holdOut(138));
        assertEquals(10, least.choice().size());
        assertEquals(10, least.calibration().size());
        assertThrows(NoticeException.class, () -> HALVED.holdOut(137));
    }

    @Test
    void aSpanThatWasNotMeantToBeHalvedIsRefused() throws Exception {
        DateSplit split = DateSplit.of(120, 10, 5, 0.2, 0.2);
        assertThrows(IllegalArgumentException.class, () -> HeldOut.of(split));
    }
}
