package io.riskloom.engine.stats;

/**
 * Cases in groups of equal size by their score. A case belongs to the group of its mid-rank r, ⌊g · (r − ½) / n⌋ of g groups, so
 * that equal scores stay together and the order of the file decides nothing; where many are equal groups differ in size, and some
 * may be empty.
 */
final class EqualGroups {

    private EqualGroups() {}

    /** The group of each case from 0, the lowest scores. */
    static int[] of(double[] scores, int groups) {
        if (groups < 1) {
            throw new IllegalArgumentException(groups + " groups, expected at least 1");
        }
        double[] ranks = Roc.midRanks(scores);
        int[] group = new int[scores.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = Math.min(groups - 1, (int) (groups * (ranks[i] - 0.5) / scores.length));
        }
        return group;
    }
}
