package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.lesson.ArenaFrame.Branch;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArenaHistoryTest {
    /** Of settings, since the last step. */
    private int changes;

    private static ArenaHistory<String> history(int most, long mostBytes) {
        return new ArenaHistory<>(most, mostBytes, String::length);
    }

    private void steps(ArenaHistory<String> history, int steps) {
        history.leave(state(history));
        for (int i = 0; i < steps; i++) {
            history.stepped();
            changes = 0;
            if (history.due()) {
                history.keep(state(history));
            }
        }
    }

    /** Branch, step and how often settings were changed there. */
    private String state(ArenaHistory<String> history) {
        return history.branch() + ":" + history.step() + "+".repeat(changes);
    }

    private void change(ArenaHistory<String> history) {
        history.keepAsReached(state(history));
        changes++;
    }

    private void go(ArenaHistory<String> history, int branch, long step) {
        assertTrue(history.moment(branch, step).isPresent());
        history.go(branch, step, state(history));
        changes = 0;
    }

    @Test
    void aMomentStaysAsItWasReachedWhateverIsChangedAfterwards() {
        for (int end : new int[] {40, 35}) {
            ArenaHistory<String> history = history(100, 1 << 20);
            steps(history, end);
            change(history);
            change(history);
            go(history, 0, 20);
            change(history);
            assertEquals(Optional.of("0:" + end), history.moment(0, end));
            assertEquals(Optional.of("0:20"), history.moment(0, 20));
            go(history, 0, end);
            assertEquals(Optional.of("0:" + end), history.moment(0, end));
        }
    }

    @Test
    void aBranchsStartIsKeptAsItGoesOn() {
        ArenaHistory<String> history = history(100, 1 << 20);
        change(history);
        steps(history, 20);
        assertEquals(Optional.of("0:0+"), history.moment(0, 0));
        go(history, 0, 10);
        change(history);
        steps(history, 5);
        // told before the branch began
        assertEquals(Optional.of("0:10+"), history.moment(1, 10));
        assertEquals(Optional.of("0:10"), history.moment(0, 10));
    }

    @Test
    void aNewBranchIsKeptEachTenStepsAgainHoweverFarApartThoseOfALongOneAre() {
        ArenaHistory<String> history = history(12, 1 << 20);
        steps(history, 600);
        assertEquals(List.of(0L, 80L, 160L, 240L, 320L, 400L, 480L, 560L), steps(history.kept()));
        go(history, 0, 160);
        steps(history, 30);
        assertEquals(
                List.of(new Kept(1, 160), new Kept(1, 170), new Kept(1, 180), new Kept(1, 190)),
                history.kept().stream().filter(kept -> kept.branch() == 1).toList());
        // the ninth of the long branch was its end; what had to go went there
        assertEquals(
                List.of(0L, 160L, 320L, 480L, 600L),
                steps(history.kept().stream().filter(kept -> kept.branch() == 0).toList()));
    }

    @Test
    void eachTenthStepIsKept() {
        ArenaHistory<String> history = history(100, 1 << 20);
        steps(history, 35);
        assertEquals(35, history.step());
        assertEquals(List.of(new Kept(0, 0), new Kept(0, 10), new Kept(0, 20), new Kept(0, 30)), history.kept());
        assertEquals(Optional.of("0:20"), history.moment(0, 20));
        assertEquals(Optional.empty(), history.moment(0, 35));
    }

    @Test
    void aStepFromAnEarlierMomentBeginsABranchAndTheOldEndStays() {
        ArenaHistory<String> history = history(100, 1 << 20);
        steps(history, 35);
        go(history, 0, 20);
        assertEquals(List.of(new Branch(0, -1, 0, 35)), history.branches());
        steps(history, 7);
        assertEquals(List.of(new Branch(0, -1, 0, 35), new Branch(1, 0, 20, 27)), history.branches());
        assertEquals(1, history.branch());
        assertEquals(Optional.of("0:35"), history.moment(0, 35));
        assertEquals(Optional.of("0:20"), history.moment(1, 20));
    }

    @Test
    void aStepFromABranchsEndGoesOnWithIt() {
        ArenaHistory<String> history = history(100, 1 << 20);
        steps(history, 35);
        go(history, 0, 10);
        steps(history, 5);
        go(history, 0, 35);
        steps(history, 5);
        assertEquals(List.of(new Branch(0, -1, 0, 40), new Branch(1, 0, 10, 15)), history.branches());
        assertEquals(Optional.of("0:40"), history.moment(0, 40));
    }

    @Test
    void theIntervalDoublesWhereMomentsBecomeTooMany() {
        ArenaHistory<String> history = history(5, 1 << 20);
        steps(history, 70);
        // the one at 50 was the sixth, at which the interval became 20
        assertEquals(List.of(0L, 20L, 40L, 60L), steps(history.kept()));
        steps(history, 200);
        assertTrue(history.kept().size() <= 5);
        assertEquals(List.of(0L, 80L, 160L, 240L), steps(history.kept()));
    }

    @Test
    void theIntervalDoublesWhereMomentsBecomeTooLarge() {
        ArenaHistory<String> history = history(100, 20);
        steps(history, 100);
        assertTrue(history.kept().stream()
                        .mapToInt(k -> history.moment(k.branch(), k.step())
                                .orElseThrow()
                                .length())
                        .sum()
                <= 20);
        assertEquals(0, history.kept().getFirst().step());
    }

    @Test
    void manyBranchesStayWithinTheLimitsAndKeepTheStart() {
        ArenaHistory<String> history = history(6, 1 << 20);
        for (int i = 0; i < 40; i++) {
            steps(history, 13);
            go(history, 0, 0);
        }
        assertTrue(history.kept().size() <= 6, () -> history.kept().toString());
        assertEquals(Optional.of("0:0"), history.moment(0, 0));
        assertEquals(40, history.branches().size());
        assertEquals(Optional.of("39:13"), history.moment(39, 13));
        assertFalse(history.moment(1, 13).isPresent());
    }

    private static List<Long> steps(List<Kept> kept) {
        return kept.stream().map(Kept::step).toList();
    }
}
