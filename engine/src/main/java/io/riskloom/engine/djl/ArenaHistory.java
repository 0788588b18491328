package io.riskloom.engine.djl;

import io.riskloom.engine.lesson.ArenaFrame.Branch;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Moments of a training that one can go back to. Each ten steps one is kept; where they become too many or too large, the
 * interval of the branch that has the most of them doubles and those between go. The very first, and the last of each branch that was left, stay as long as there is
 * room for them.
 *
 * @param <S> state of a moment
 */
final class ArenaHistory<S> {
    private static final long FIRST_INTERVAL = 10;
    private static final Kept START = new Kept(0, 0);
    private static final Comparator<Kept> ORDER =
            Comparator.comparingInt(Kept::branch).thenComparingLong(Kept::step);

    private final int most;
    private final long mostBytes;
    private final ToLongFunction<S> size;
    private final TreeMap<Kept, S> moments = new TreeMap<>(ORDER);
    private final List<Branch> branches = new ArrayList<>(List.of(new Branch(0, -1, 0, 0)));
    private final List<Long> intervals = new ArrayList<>(List.of(FIRST_INTERVAL));
    private int current;
    private long step;
    private long bytes;

    ArenaHistory(int most, long mostBytes, ToLongFunction<S> size) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.size = size;
    }

    int branch() {
        return current;
    }

    long step() {
        return step;
    }

    List<Branch> branches() {
        return List.copyOf(branches);
    }

    List<Kept> kept() {
        return List.copyOf(moments.keySet());
    }

    private boolean atEnd() {
        return branches.get(current).to() == step;
    }

    /**
     * Before steps are made from here: an earlier moment than its branch's end is where another branch begins, and a branch's
     * start is kept as it is now, with the settings that it goes on by.
     */
    void leave(S state) {
        if (!atEnd()) {
            branches.add(new Branch(branches.size(), current, step, step));
            intervals.add(FIRST_INTERVAL);
            current = branches.size() - 1;
        }
        if (branches.get(current).from() == step) {
            keep(state);
        }
    }

    /** One step was made. */
    void stepped() {
        step++;
        Branch branch = branches.get(current);
        branches.set(current, new Branch(branch.number(), branch.parent(), branch.from(), step));
    }

    boolean due() {
        return step % intervals.get(current) == 0;
    }

    /** Keeps this moment as it was reached, which settings changed since then do not touch. */
    void keepAsReached(S state) {
        if (atEnd() && branches.get(current).from() != step && !moments.containsKey(new Kept(current, step))) {
            keep(state);
        }
    }

    void keep(S state) {
        S former = moments.put(new Kept(current, step), state);
        bytes += size.applyAsLong(state) - (former == null ? 0 : size.applyAsLong(former));
        // one that was kept as a branch's end, which has grown since
        removeBetween();
        for (int fullest = fullest(); overfull() && fullest >= 0; fullest = fullest()) {
            intervals.set(fullest, 2 * intervals.get(fullest));
            removeBetween();
        }
        while (overfull() && moments.size() > 1) {
            remove(moments.keySet().stream()
                    .filter(moment -> !here(moment) && !START.equals(moment))
                    .findFirst()
                    .orElse(START));
        }
    }

    /** The branch with the most moments that may go, the earliest of such; −1 where none may. */
    private int fullest() {
        int[] counts = new int[branches.size()];
        moments.keySet().stream().filter(this::between).forEach(moment -> counts[moment.branch()]++);
        int fullest = 0;
        for (int i = 1; i < counts.length; i++) {
            fullest = counts[i] > counts[fullest] ? i : fullest;
        }
        return counts[fullest] > 0 ? fullest : -1;
    }

    private boolean overfull() {
        return moments.size() > most || bytes > mostBytes;
    }

    private boolean here(Kept moment) {
        return moment.branch() == current && moment.step() == step;
    }

    /** Whether it goes where the interval doubles, now or later. */
    private boolean between(Kept moment) {
        boolean end = moment.branch() != current
                && moment.step() == branches.get(moment.branch()).to();
        return !here(moment) && !end && !START.equals(moment);
    }

    private void removeBetween() {
        moments.keySet().stream()
                .filter(moment ->
                        between(moment) && (moment.step() % intervals.get(moment.branch()) != 0 || moment.step() == 0))
                .toList()
                .forEach(this::remove);
    }

    private void remove(Kept moment) {
        bytes -= size.applyAsLong(moments.remove(moment));
    }

    /** What is kept of a moment; empty where it is not. */
    Optional<S> moment(int branch, long at) {
        return Optional.ofNullable(moments.get(new Kept(branch, at)));
    }

    /** Goes to another moment, having kept this one where it is its branch's end. */
    void go(int branch, long to, S here) {
        keepAsReached(here);
        current = branch;
        step = to;
    }
}
