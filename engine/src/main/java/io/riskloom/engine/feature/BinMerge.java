package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring classes of applicants joined to bins whose share of bad only rises, or only falls. Pool-adjacent-violators
 * gives the most likely monotone shares in either direction, of which the likelier is taken; then neighbours are joined that
 * differ least (likelihood-ratio statistic G² of one share for both against one each) until every bin has enough applicants, no
 * more bins are left than wanted, and each differs from the next by more than chance does on average. A large bin without a
 * good or a bad applicant stands: nothing tells more. Joining monotone neighbours leaves them monotone.
 */
final class BinMerge {

    /** Mean of χ² with one degree of freedom: G² of two bins that differ by chance alone. */
    private static final double CHANCE = 1;

    /** Classes from {@code first} on, up to the next bin's. */
    private record Run(int first, int good, int bad) {
        Run and(Run next) {
            return new Run(first, good + next.good, bad + next.bad);
        }

        int size() {
            return good + bad;
        }

        double logLikelihood() {
            return term(good, size()) + term(bad, size());
        }

        private static double term(int count, int all) {
            return count == 0 ? 0 : count * Math.log((double) count / all);
        }
    }

    private BinMerge() {}

    /**
     * First class of each bin, the first of them 0; none without classes.
     *
     * @param least applicants that a bin should have
     * @param most  bins, at least 1
     */
    static int[] monotone(Tally classes, int least, int most) {
        List<Run> rising = pooled(classes, 1);
        List<Run> falling = pooled(classes, -1);
        List<Run> runs = logLikelihood(falling) > logLikelihood(rising) ? falling : rising;
        enlarge(runs, least);
        join(runs, most);
        return runs.stream().mapToInt(Run::first).toArray();
    }

    private static double logLikelihood(List<Run> runs) {
        return runs.stream().mapToDouble(Run::logLikelihood).sum();
    }

    private static List<Run> pooled(Tally classes, int sign) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < classes.classes(); i++) {
            runs.add(new Run(i, classes.good()[i], classes.bad()[i]));
            while (runs.size() > 1 && sign * difference(runs.get(runs.size() - 2), runs.getLast()) <= 0) {
                merge(runs, runs.size() - 2);
            }
        }
        return runs;
    }

    /** Of the sign of the second's share of bad less the first's. */
    private static long difference(Run a, Run b) {
        return Long.compare((long) b.bad * a.size(), (long) a.bad * b.size());
    }

    private static void enlarge(List<Run> runs, int least) {
        while (runs.size() > 1) {
            int weakest = -1;
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i);
                boolean weak = run.size() < least;
                if (weak && (weakest < 0 || run.size() < runs.get(weakest).size())) {
                    weakest = i;
                }
            }
            if (weakest < 0) {
                return;
            }
            boolean before =
                    weakest == runs.size() - 1 || weakest > 0 && contrast(runs, weakest - 1) < contrast(runs, weakest);
            merge(runs, before ? weakest - 1 : weakest);
        }
    }

    private static void join(List<Run> runs, int most) {
        while (runs.size() > 1) {
            int nearest = 0;
            for (int i = 1; i < runs.size() - 1; i++) {
                nearest = contrast(runs, i) < contrast(runs, nearest) ? i : nearest;
            }
            if (runs.size() <= most && contrast(runs, nearest) >= CHANCE) {
                return;
            }
            merge(runs, nearest);
        }
    }

    private static void merge(List<Run> runs, int first) {
        Run second = runs.remove(first + 1);
        runs.set(first, runs.get(first).and(second));
    }

    /** G² of a run and the next. */
    private static double contrast(List<Run> runs, int first) {
        Run a = runs.get(first);
        Run b = runs.get(first + 1);
        return 2 * (a.logLikelihood() + b.logLikelihood() - a.and(b).logLikelihood());
    }
}
