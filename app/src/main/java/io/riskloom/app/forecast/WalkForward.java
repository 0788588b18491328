package io.riskloom.app.forecast;

import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Study;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The runs that are looked at together: the finished folds of a study that share a seed, else one run alone.
 *
 * @param study empty for a run alone
 * @param seed  of the runs
 * @param seeds those of the study that have finished runs, ascending; one for a run alone
 * @param runs  in the order of their folds, one at least
 */
record WalkForward(Optional<Study> study, long seed, List<Long> seeds, List<Run> runs) {

    WalkForward {
        seeds = List.copyOf(seeds);
        runs = List.copyOf(runs);
    }

    /**
     * @param chosen a finished run
     * @param study  that it belongs to
     * @param stored all runs of the project
     */
    static WalkForward of(Run chosen, Optional<Study> study, List<Run> stored) {
        Optional<Study> folds = ofFolds(study);
        if (folds.isEmpty()) {
            return new WalkForward(
                    folds, chosen.spec().seed(), List.of(chosen.spec().seed()), List.of(chosen));
        }
        List<Run> members = members(folds.get(), chosen, stored);
        long seed = chosen.spec().seed();
        return new WalkForward(
                folds,
                seed,
                members.stream()
                        .map(run -> run.spec().seed())
                        .distinct()
                        .sorted()
                        .toList(),
                members.stream().filter(run -> run.spec().seed() == seed).toList());
    }

    /** A study over folds; one over seeds of a hold-out tests the same days in all its runs. */
    static Optional<Study> ofFolds(Optional<Study> study) {
        return study.filter(s -> s.spec().inFolds() && s.spec().fold() == 0);
    }

    private static List<Run> members(Study study, Run chosen, List<Run> stored) {
        List<Run> members = new ArrayList<>(stored.stream()
                .filter(run -> study.runs().contains(run.id()) && run.outcome() instanceof Outcome.Finished)
                .filter(run -> !run.id().equals(chosen.id()))
                .toList());
        members.add(chosen);
        members.sort(Comparator.comparingInt(run -> run.spec().fold()));
        return members;
    }

    /** The run of a seed that tests the same days as one of these, else the first of that seed. */
    static Optional<Run> ofSeed(long seed, Run like, Study study, List<Run> stored) {
        List<Run> members = members(study, like, stored).stream()
                .filter(run -> run.spec().seed() == seed)
                .toList();
        return members.stream()
                .filter(run -> run.spec().fold() == like.spec().fold())
                .findFirst()
                .or(() -> members.stream().findFirst());
    }

    RunSpec spec() {
        return runs.getFirst().spec();
    }

    /** How many windows there are once all folds have finished. */
    int planned() {
        return study.map(s -> s.spec().folds()).orElse(1);
    }

    boolean holds(Run run) {
        return runs.stream().anyMatch(own -> own.id().equals(run.id()));
    }

    boolean same(WalkForward other) {
        return other != null
                && seeds.equals(other.seeds)
                && planned() == other.planned()
                && ids(runs).equals(ids(other.runs));
    }

    private static List<String> ids(List<Run> runs) {
        return runs.stream().map(Run::id).toList();
    }

    List<Details> details() {
        return runs.stream().map(run -> evaluation(run).details()).toList();
    }

    static Evaluation evaluation(Run run) {
        return ((Outcome.Finished) run.outcome()).evaluation();
    }

    /** The origins of a run's test span, ascending. */
    static List<LocalDate> origins(Run run) {
        return switch (evaluation(run).details()) {
            case Details.OfForecast forecast -> forecast.test().origins();
            case Details.OfClassify direction -> direction.origins();
            case Details other -> List.of();
        };
    }

    /** First and last test day of a run; empty where it tested none. */
    static Optional<PeriodDays> tested(Run run) {
        List<LocalDate> origins = origins(run);
        return origins.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeriodDays(origins.getFirst(), origins.getLast()));
    }
}
