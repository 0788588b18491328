package io.riskloom.app.generate;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.PathSight;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/** What a step of generated paths spans: as much as a row of the run's file. */
final class Units {

    private static final String DISTANCE = "wasserstein"; // followed by the number of steps

    private Units() {}

    /** By the dates that the run has kept; days where it has kept none. */
    static BarUnit of(ChosenRun chosen) {
        return chosen.evaluation()
                .flatMap(GenerateViewModel::details)
                .map(Details.OfGenerate::sight)
                .map(Units::of)
                .orElse(BarUnit.DAY);
    }

    private static BarUnit of(PathSight sight) {
        List<LocalDate> dates = sight.trainingDates();
        return BarUnit.of(dates.isEmpty() ? sight.dates() : dates);
    }

    /** A metric's name; that of a distance of returns with the time that they go over. */
    static String metric(String metric, BarUnit unit, Texts texts) {
        return metric.startsWith(DISTANCE)
                ? texts.get(
                        "generate.metric.wasserstein",
                        unit.count(Integer.parseInt(metric.substring(DISTANCE.length())), texts))
                : texts.get("metric." + metric);
    }

    /** So many of the chosen run's, in the reader's language. */
    static StringBinding count(ChosenRun chosen, int bars, Texts texts) {
        return Bindings.createStringBinding(() -> of(chosen).count(bars, texts), chosen.run(), texts.locale());
    }

    /** A text about so many of them. */
    static StringBinding bind(ChosenRun chosen, String key, int bars, Texts texts) {
        return Bindings.createStringBinding(
                () -> texts.get(key, of(chosen).count(bars, texts)), chosen.run(), texts.locale());
    }

    /** A text about them without a number. */
    static StringBinding bind(ChosenRun chosen, String key, Texts texts) {
        return Bindings.createStringBinding(
                () -> texts.get(key, of(chosen).plural(texts)), chosen.run(), texts.locale());
    }
}
