package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Other runs of the same series whose forecasts are drawn beside those of the run on show. */
final class Overlays {

    /** More lines could not be told apart. */
    static final int MOST = 4;

    private static final List<Tone> TONES = List.of(Tone.SECOND, Tone.THIRD, Tone.AMBER, Tone.FOURTH);

    private final Session session;
    private final ObservableList<Run> candidates = FXCollections.observableArrayList();
    private final ObservableList<Run> chosen = FXCollections.observableArrayList();
    // one for all: listeners to a view are gone with it
    private final ObservableList<Run> shown = FXCollections.unmodifiableObservableList(chosen);
    private Run main;

    /** A run beside the one on show. */
    record Overlay(Run run, Tone tone, Details.OfForecast details) {
        /** {@code 0003 · GRU 2×64}. */
        String name(Texts texts) {
            return RunWords.number(run) + " · " + RunWords.model(texts, run.spec());
        }
    }

    Overlays(Session session) {
        this.session = session;
        session.runs().addListener((InvalidationListener) changed -> show(main));
    }

    /** Runs that can be drawn beside the one on show, newest first. */
    ObservableList<Run> candidates() {
        return candidates;
    }

    /** Those of them that are, in the order in which they were chosen. */
    ObservableList<Run> chosen() {
        return shown;
    }

    /** Keeps what can still be drawn. */
    void show(Run run) {
        main = run;
        List<Run> now = run == null
                ? List.of()
                : session.runs().stream()
                        .filter(other -> !other.id().equals(run.id()) && beside(run, other))
                        .toList();
        if (!candidates.equals(now)) {
            candidates.setAll(now);
        }
        chosen.removeIf(other -> !now.contains(other));
    }

    /** Draws a run or draws it no longer; of more than {@value #MOST} nothing happens. */
    void choose(Run run, boolean drawn) {
        if (!drawn) {
            chosen.remove(run);
        } else if (!chosen.contains(run) && chosen.size() < MOST && candidates.contains(run)) {
            chosen.add(run);
        }
    }

    boolean full() {
        return chosen.size() == MOST;
    }

    List<Overlay> overlays() {
        List<Overlay> overlays = new ArrayList<>();
        IntStream.range(0, chosen.size()).forEach(i -> forecasts(chosen.get(i))
                .ifPresent(d -> overlays.add(new Overlay(chosen.get(i), TONES.get(i), d))));
        return overlays;
    }

    /** The same numbers of the same file, read in the same way, forecast as the same quantity. */
    private static boolean beside(Run run, Run other) {
        Optional<Details.OfForecast> own = forecasts(run);
        Optional<Details.OfForecast> others = forecasts(other);
        return own.isPresent()
                && others.isPresent()
                && RunPrices.same(
                        Path.of(run.spec().data()), Path.of(other.spec().data()))
                && run.spec().series().equals(other.spec().series())
                && run.spec().reading().equals(other.spec().reading())
                && quantity(own.get(), run.spec()).equals(quantity(others.get(), other.spec()));
    }

    private static Optional<Details.OfForecast> forecasts(Run run) {
        return run.outcome() instanceof Outcome.Finished ? ShownSeries.details(run) : Optional.empty();
    }

    private static String quantity(Details.OfForecast details, RunSpec spec) {
        String name = details.ahead().quantity();
        return name.equals(Forecast.VOLATILITY) && spec instanceof ForecastSpec s ? name + s.volatilityDays() : name;
    }
}
