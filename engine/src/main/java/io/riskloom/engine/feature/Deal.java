package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Groups of rows dealt to parts so that each part p gets, as nearly as whole groups allow, its share s of the bad rows and
 * of the good ones. Greedy: the groups in random order, larger ones first; each goes where
 * Σ_p s_p · ((bad_p / (s_p·bad) − 1)² + (good_p / (s_p·good) − 1)²) grows least, of equals where the fewest rows are for
 * its share. Single rows are so dealt with counts that differ by at most one.
 */
final class Deal {

    private final double[] shares;
    private final double[][] counts;
    private final double[] totals;

    private Deal(double[] shares, double[] totals) {
        this.shares = shares;
        this.counts = new double[shares.length][2];
        this.totals = totals;
    }

    /** Places of one group's rows, and how many of them are bad. */
    private static final class Group {
        private final List<Integer> rows = new ArrayList<>();
        private int bad;

        int size() {
            return rows.size();
        }

        double count(int label) {
            return label == 1 ? bad : rows.size() - bad;
        }
    }

    /**
     * @param rows   to be dealt
     * @param bad    one for each row of the table
     * @param groups one for each row of the table; below 0 for a row that belongs to none
     * @param shares of the parts, positive
     * @return for each of {@code rows} the index of its part
     */
    static int[] parts(int[] rows, boolean[] bad, int[] groups, double[] shares, long seed) {
        List<Group> all = groups(rows, bad, groups);
        double[] totals = new double[2];
        for (Group group : all) {
            totals[0] += group.count(0);
            totals[1] += group.count(1);
        }
        Collections.shuffle(all, new SplittableRandom(seed));
        all.sort(Comparator.comparingInt(Group::size).reversed());
        Deal deal = new Deal(shares, totals);
        int[] parts = new int[rows.length];
        for (Group group : all) {
            int part = deal.place(group);
            group.rows.forEach(i -> parts[i] = part);
        }
        return parts;
    }

    private static List<Group> groups(int[] rows, boolean[] bad, int[] groups) {
        Map<Integer, Group> byNumber = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            int number = groups[rows[i]] < 0 ? -1 - i : groups[rows[i]];
            Group group = byNumber.computeIfAbsent(number, key -> new Group());
            group.rows.add(i);
            group.bad += bad[rows[i]] ? 1 : 0;
        }
        return new ArrayList<>(byNumber.values());
    }

    private int place(Group group) {
        int best = 0;
        for (int part = 1; part < shares.length; part++) {
            int order = Double.compare(cost(part, group), cost(best, group));
            if (order < 0 || (order == 0 && filled(part) < filled(best))) {
                best = part;
            }
        }
        counts[best][0] += group.count(0);
        counts[best][1] += group.count(1);
        return best;
    }

    /** The growth of the sum above, but for a constant: Σ (2·n·g + g²) / (s · N²). */
    private double cost(int part, Group group) {
        double cost = 0;
        for (int label = 0; label < 2; label++) {
            double more = group.count(label);
            if (more > 0) {
                cost += (2 * counts[part][label] * more + more * more) / (shares[part] * totals[label] * totals[label]);
            }
        }
        return cost;
    }

    private double filled(int part) {
        return (counts[part][0] + counts[part][1]) / shares[part];
    }
}
