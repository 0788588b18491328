package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Finds a {@link Counterfactual}: the fewest columns whose change turns the decision (Wachter, Mittelstadt and Russell 2018),
 * by beam search, one column more at each depth; of those that turn it the one with the least distance, each change then taken
 * back as far as the decision allows. Each value is one
 * that training applicants have, but that anybody has all of them together is not checked.
 */
public final class Counterfactuals {

    /** Columns changed at once at most. */
    public static final int MOST_CHANGES = 4;

    private static final int WIDEST = 8;

    private final Batches batches;
    private final CreditScorer scorer;
    private final Inputs columns;
    private final Changes changes;
    private final double cutOff;
    private final int width;

    private Counterfactuals(Batches batches, Changes changes, double cutOff, Effort effort) {
        this.batches = batches;
        this.scorer = batches.scorer();
        this.columns = Inputs.of(scorer.encoder());
        this.changes = changes;
        this.cutOff = cutOff;
        this.width = Math.clamp(effort.answers() / Batches.ROWS, 1, WIDEST);
    }

    /** @param answer log odds with those changes */
    private record State(int[] chosen, double answer) {}

    /**
     * @param values   book of the run's own data, whose training rows give the values that are tried
     * @param book     of the applicant
     * @param cutOff   probability from which an applicant is refused
     * @param fixed    columns that cannot change
     * @return with {@code found} false, and the changes that come closest, where up to {@value #MOST_CHANGES} do not turn it
     */
    public static Counterfactual of(
            CreditScorer scorer,
            CreditBook values,
            int[] training,
            CreditBook book,
            int row,
            double cutOff,
            Set<String> fixed,
            Effort effort,
            BooleanSupplier stopped)
            throws NoticeException {
        Changes changes = Changes.of(scorer.encoder(), values, training, book, row, fixed);
        return new Counterfactuals(new Batches(scorer, stopped), changes, cutOff, effort).search(row);
    }

    private Counterfactual search(int row) {
        State start = new State(new int[0], answers(List.of(new int[0]))[0]);
        boolean refused = refused(start);
        // towards the other side first
        Comparator<State> best = Comparator.comparingDouble(s -> refused ? s.answer() : -s.answer());
        List<State> beam = List.of(start);
        State closest = start;
        for (int depth = 1; depth <= MOST_CHANGES; depth++) {
            List<State> next = extended(beam);
            State found = next.stream()
                    .filter(state -> refused(state) != refused)
                    .min(Comparator.comparingDouble((State s) -> changes.distance(s.chosen()))
                            .thenComparing(best))
                    .orElse(null);
            if (found != null) {
                return told(row, start, nearest(without(found, refused), refused), true);
            }
            beam = next.stream().sorted(best).limit(width).toList();
            closest = beam.isEmpty() || best.compare(closest, beam.getFirst()) <= 0 ? closest : beam.getFirst();
        }
        return told(row, start, closest, false);
    }

    private boolean refused(State state) {
        return scorer.probability(new double[] {state.answer()})[0] >= cutOff;
    }

    /** Every state with one change more, each set of changes once. */
    private List<State> extended(List<State> beam) {
        List<int[]> sets = new ArrayList<>();
        Set<List<Integer>> known = new HashSet<>();
        for (State state : beam) {
            for (int change = 0; change < changes.all().size(); change++) {
                int[] chosen = Arrays.copyOf(state.chosen(), state.chosen().length + 1);
                chosen[chosen.length - 1] = change;
                if (!changes.taken(state.chosen(), change)
                        && known.add(Arrays.stream(chosen).sorted().boxed().toList())) {
                    sets.add(chosen);
                }
            }
        }
        return states(sets);
    }

    private List<State> states(List<int[]> sets) {
        double[] answers = answers(sets);
        return IntStream.range(0, answers.length)
                .mapToObj(i -> new State(sets.get(i), answers[i]))
                .toList();
    }

    private double[] answers(List<int[]> sets) {
        return batches.logOdds(sets.size(), (i, row) -> changes.apply(columns, sets.get(i), row));
    }

    /** Drops changes that the decision turns without: the beam may not have seen the smaller set. */
    private State without(State found, boolean refused) {
        int n = found.chosen().length;
        if (n == 1) {
            return found;
        }
        List<int[]> smaller = IntStream.range(0, n)
                .mapToObj(left -> IntStream.range(0, n)
                        .filter(i -> i != left)
                        .map(i -> found.chosen()[i])
                        .toArray())
                .toList();
        return states(smaller).stream()
                .filter(state -> refused(state) != refused)
                .findFirst()
                .map(state -> without(state, refused))
                .orElse(found);
    }

    /** Takes each change back as far as the decision allows, in turn, until none can be. */
    private State nearest(State found, boolean refused) {
        State nearest = found;
        for (int place = 0; place < found.chosen().length; place++) {
            State before = nearest;
            nearest = states(changes.others(before.chosen(), place)).stream()
                    .filter(state -> refused(state) != refused)
                    .min(Comparator.comparingDouble(state -> changes.distance(state.chosen())))
                    .filter(state -> changes.distance(state.chosen()) < changes.distance(before.chosen()))
                    .orElse(before);
        }
        return nearest == found ? found : nearest(nearest, refused);
    }

    private Counterfactual told(int row, State start, State end, boolean found) {
        List<int[]> steps = IntStream.rangeClosed(1, end.chosen().length)
                .mapToObj(n -> Arrays.copyOf(end.chosen(), n))
                .toList();
        double[] probability = scorer.probability(answers(steps));
        List<Counterfactual.Change> told = IntStream.range(0, steps.size())
                .mapToObj(i -> {
                    Changes.Change change = changes.all().get(end.chosen()[i]);
                    return new Counterfactual.Change(
                            columns.columns().get(change.column()), change.from(), change.to(), probability[i]);
                })
                .toList();
        double before = scorer.probability(new double[] {start.answer()})[0];
        return new Counterfactual(
                row, before, told.isEmpty() ? before : told.getLast().probability(), told, found);
    }
}
