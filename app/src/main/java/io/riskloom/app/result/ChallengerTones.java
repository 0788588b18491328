package io.riskloom.app.result;

import io.riskloom.app.chart.ChartModel.Tone;
import java.util.List;

/** The colour of a challenger's marks: a credit model has the same one wherever it stands. */
public final class ChallengerTones {

    private static final List<Tone> OTHERS = List.of(Tone.FOREGROUND, Tone.SECOND, Tone.THIRD, Tone.AMBER);

    private ChallengerTones() {}

    /** @param place of one that has no colour of its own, among those on show, from 0 */
    public static Tone of(String name, int place) {
        return switch (name) {
            case "scorecard" -> Tone.SECOND;
            case "forest" -> Tone.THIRD;
            case "boosting" -> Tone.AMBER;
            case "logistic" -> Tone.FOURTH;
            default -> OTHERS.get(place % OTHERS.size());
        };
    }
}
