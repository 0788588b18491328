package io.riskloom.app.playground.gan;

import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Branch;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import java.util.Comparator;
import java.util.Optional;

/** Kept moments around the one that is shown. The way back leads over the branches that the shown one came from. */
record Moments(ArenaFrame frame) {

    Optional<Kept> before() {
        return back(frame.branch(), frame.step());
    }

    private Optional<Kept> back(int branch, long step) {
        Optional<Kept> own = frame.kept().stream()
                .filter(kept -> kept.branch() == branch && kept.step() < step)
                .max(Comparator.comparingLong(Kept::step));
        Branch here = frame.branches().get(branch);
        return own.isPresent() || here.parent() < 0 ? own : back(here.parent(), Math.min(step, here.from() + 1));
    }

    Optional<Kept> after() {
        return frame.kept().stream()
                .filter(kept -> kept.branch() == frame.branch() && kept.step() > frame.step())
                .min(Comparator.comparingLong(Kept::step));
    }

    /** Of another branch the moment of the nearest step. */
    Optional<Kept> beside(int by) {
        int branch = frame.branch() + by;
        return frame.kept().stream()
                .filter(kept -> kept.branch() == branch)
                .min(Comparator.comparingLong(kept -> Math.abs(kept.step() - frame.step())));
    }

    Optional<Kept> start() {
        return frame.kept().stream().filter(kept -> kept.branch() == 0).min(Comparator.comparingLong(Kept::step));
    }

    Optional<Kept> end() {
        return frame.kept().stream()
                .filter(kept -> kept.branch() == frame.branch())
                .max(Comparator.comparingLong(Kept::step));
    }
}
