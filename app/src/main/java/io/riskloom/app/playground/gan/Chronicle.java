package io.riskloom.app.playground.gan;

import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Branch;
import io.riskloom.engine.lesson.ArenaFrame.Coverage;
import io.riskloom.engine.lesson.ArenaFrame.Measures;
import io.riskloom.engine.lesson.ArenaPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What was measured of a duel, branch by branch. Of a long branch every second moment is forgotten again and again. */
final class Chronicle {

    private static final int MOST = 1500;

    /**
     * @param covered  parts, see {@link Coverage}
     * @param acfGap   mean distance of generated from real autocorrelations of |r| over the lags; NaN on the plane
     * @param kurtosis excess kurtosis of generated days; NaN on the plane
     */
    record Entry(long step, Measures measures, int covered, double acfGap, double kurtosis) {
        static Entry of(ArenaFrame frame) {
            ArenaPaths paths = frame.paths();
            return new Entry(
                    frame.step(),
                    frame.measures(),
                    frame.coverage().covered(),
                    paths == null ? Double.NaN : gap(paths.acfReal(), paths.acfFake()),
                    paths == null ? Double.NaN : paths.kurtosisFake());
        }

        private static double gap(double[] real, double[] fake) {
            return IntStream.range(0, real.length)
                    .mapToDouble(lag -> Math.abs(real[lag] - fake[lag]))
                    .average()
                    .orElse(Double.NaN);
        }
    }

    private final Map<Integer, List<Entry>> entries = new HashMap<>();

    /** A moment that was come to again counts once. */
    void add(ArenaFrame frame) {
        List<Entry> own = entries.computeIfAbsent(frame.branch(), branch -> new ArrayList<>());
        if (!own.isEmpty() && own.getLast().step() >= frame.step()) {
            return;
        }
        own.add(Entry.of(frame));
        if (own.size() > MOST) {
            List<Entry> half = IntStream.range(0, own.size())
                    .filter(i -> i % 2 == 0 || i == own.size() - 1)
                    .mapToObj(own::get)
                    .toList();
            own.clear();
            own.addAll(half);
        }
    }

    /** From the start to the end of a branch: its forebears' moments up to where it left them, then its own. */
    List<Entry> line(List<Branch> branches, int branch) {
        List<Entry> line = new ArrayList<>();
        collect(branches, branch, Long.MAX_VALUE, line);
        return line;
    }

    private void collect(List<Branch> branches, int branch, long until, List<Entry> line) {
        if (branch < 0) {
            return;
        }
        Branch here = branches.get(branch);
        collect(branches, here.parent(), Math.min(until, here.from()), line);
        for (Entry entry : entries.getOrDefault(branch, List.of())) {
            boolean own = here.parent() < 0 || entry.step() > here.from();
            if (own && entry.step() <= until) {
                line.add(entry);
            }
        }
    }

    /** A branch's own moments. */
    List<Entry> own(int branch) {
        return List.copyOf(entries.getOrDefault(branch, List.of()));
    }
}
