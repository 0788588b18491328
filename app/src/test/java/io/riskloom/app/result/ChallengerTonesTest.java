package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.chart.ChartModel.Tone;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChallengerTonesTest {

    @Test
    void aCreditModelHasItsColourWhereverItStands() {
        for (int place = 0; place < 6; place++) {
            int at = place;
            assertEquals(
                    List.of(Tone.SECOND, Tone.THIRD, Tone.AMBER, Tone.FOURTH),
                    Stream.of("scorecard", "forest", "boosting", "logistic")
                            .map(name -> ChallengerTones.of(name, at))
                            .toList());
        }
    }

    @Test
    void othersHaveTheColourOfTheirPlace() {
        assertEquals(Tone.FOREGROUND, ChallengerTones.of("lastValue", 0));
        assertEquals(Tone.THIRD, ChallengerTones.of("har", 2));
        assertEquals(Tone.FOREGROUND, ChallengerTones.of("garch", 4));
    }
}
