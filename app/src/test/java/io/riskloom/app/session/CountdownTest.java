package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountdownTest {

    private static final long SECOND = 1_000_000_000;

    private final Countdown countdown = new Countdown(10);

    @Test
    void nothingIsSaidBeforeAnythingWasMeasured() {
        assertEquals(Double.NaN, countdown.secondsLeft());
        countdown.progress(0.1, 5 * SECOND);
        assertEquals(Double.NaN, countdown.secondsLeft());
    }

    @Test
    void theFirstEpochIsMeasuredByItsShare() {
        countdown.progress(0.1, 5 * SECOND);
        countdown.progress(0.3, 9 * SECOND);
        // 0.2 epochs in 4 s: 20 s an epoch
        assertEquals(9.7 * 20, countdown.secondsLeft(), 1e-9);
    }

    @Test
    void aPauseDoesNotCount() {
        countdown.progress(0.1, 5 * SECOND);
        countdown.progress(0.3, 9 * SECOND);
        countdown.pause();
        countdown.progress(0.4, 900 * SECOND);
        countdown.progress(0.5, 902 * SECOND);
        assertEquals(9.5 * 20, countdown.secondsLeft(), 1e-9);
    }

    @Test
    void afterAnEpochItsOwnTimeCounts() {
        countdown.progress(0.1, 5 * SECOND);
        countdown.progress(0.3, 9 * SECOND);
        countdown.epoch(1, 30);
        countdown.progress(1.5, 50 * SECOND);
        assertEquals(8.5 * 30, countdown.secondsLeft(), 1e-9);
    }
}
