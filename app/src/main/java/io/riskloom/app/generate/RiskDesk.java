package io.riskloom.app.generate;

import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.judge.OneDayRisk;
import io.riskloom.engine.judge.ScenarioHistory;
import io.riskloom.engine.judge.ScenarioSet;
import io.riskloom.engine.judge.Scenarios;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scenarios that positions are held against, of one run.
 *
 * @param history real days of the run's file
 * @param sets    a source each, in the order of {@link Scenarios#SOURCES}
 * @param days    that a simulated scenario is long
 * @param missing why a source is not there, and what else is to be said about them
 */
record RiskDesk(ScenarioHistory history, List<ScenarioSet> sets, int days, List<Notice> missing) {

    RiskDesk {
        sets = List.copyOf(sets);
        missing = List.copyOf(missing);
    }

    /**
     * Simulates beside generated paths as many of each plain simulator.
     *
     * @throws NoticeException what the importer has against the run's file where it is read
     */
    static RiskDesk of(Run run, Details.OfGenerate details, PathSet drawn, long seed)
            throws NoticeException, IOException {
        RiskHistory real = RiskHistory.of(run, details, drawn.series());
        ScenarioHistory history = real.days();
        int paths = drawn.paths();
        int days = drawn.length();
        List<ScenarioSet> sets = new ArrayList<>();
        List<Notice> missing = new ArrayList<>(real.changed().stream().toList());
        sets.add(Scenarios.generated(drawn, history.names()));
        sets.add(Scenarios.bootstrap(history, paths, days, seed));
        try {
            sets.addAll(Scenarios.garch(history, paths, days, seed));
        } catch (NoticeException e) {
            missing.add(
                    history.days() < Garch.LEAST
                            ? Notice.of("generate.risk.noGarch", history.days(), Garch.LEAST)
                            : e.notice());
        }
        sets.add(Scenarios.historical(history));
        return new RiskDesk(history, sets, days, missing);
    }

    Optional<ScenarioSet> set(String source) {
        return sets.stream().filter(set -> set.source().equals(source)).findFirst();
    }

    /** First and last real day of a historical scenario; empty for others and where dates are not known. */
    Optional<LocalDate[]> dates(String source, int scenario, int length) {
        return source.equals(OneDayRisk.HISTORICAL) && !history.dates().isEmpty()
                ? Optional.of(new LocalDate[] {
                    history.dates().get(scenario), history.dates().get(scenario + length - 1)
                })
                : Optional.empty();
    }
}
