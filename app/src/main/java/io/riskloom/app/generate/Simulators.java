package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSight;

/** How the simulators are named and coloured wherever they stand beside each other. */
final class Simulators {

    static final String REAL = "real";

    private Simulators() {}

    static String name(String simulator, Texts texts) {
        return switch (simulator) {
            case REAL -> texts.get("generate.real");
            case PathSight.GENERATED -> texts.get("generate.generated");
            default -> texts.get("challenger." + simulator);
        };
    }

    static Tone tone(String simulator) {
        return switch (simulator) {
            case REAL -> Tone.FOREGROUND;
            case PathSight.GENERATED -> Tone.ACCENT;
            case PathSight.BOOTSTRAP -> Tone.SECOND;
            case PathSight.GARCH -> Tone.THIRD;
            default -> Tone.FOURTH;
        };
    }
}
