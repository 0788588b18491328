package io.riskloom.app.forecast;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import javafx.beans.binding.StringBinding;

/** What the chosen run forecasts, how far ahead, and with which bands, in a line or two. */
final class TargetWords {

    private final ChosenRun chosen;
    private final Texts texts;

    TargetWords(ChosenRun chosen, Texts texts) {
        this.chosen = chosen;
        this.texts = texts;
    }

    StringBinding text() {
        return chosen.words(e -> of(chosen.run().get().spec(), texts));
    }

    static String of(RunSpec spec, Texts texts) {
        return spec.inFolds()
                ? target(spec, texts) + " · " + texts.get("forecast.target.fold", spec.fold(), spec.folds())
                : target(spec, texts);
    }

    private static String target(RunSpec spec, Texts texts) {
        return switch (spec) {
            case ForecastSpec s ->
                texts.get("forecast.target." + s.target(), s.horizon(), s.volatilityDays()) + " · "
                        + texts.get("forecast.target.bands." + s.bands());
            case ClassifySpec s -> texts.get("forecast.target.direction." + s.directions(), s.horizon());
            default -> "";
        };
    }
}
