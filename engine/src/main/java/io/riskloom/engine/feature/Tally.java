package io.riskloom.engine.feature;

import java.util.Arrays;

/**
 * Good and bad applicants, counted by class.
 *
 * @param good one a class
 * @param bad  one a class
 */
record Tally(int[] good, int[] bad) {

    /**
     * @param classes number of classes
     * @param of      class of each row, below 0 for a row that is in none
     */
    static Tally of(int classes, int[] of, boolean[] bad) {
        Tally tally = new Tally(new int[classes], new int[classes]);
        for (int i = 0; i < of.length; i++) {
            if (of[i] >= 0) {
                (bad[i] ? tally.bad : tally.good)[of[i]]++;
            }
        }
        return tally;
    }

    int classes() {
        return good.length;
    }

    int size(int of) {
        return good[of] + bad[of];
    }

    /** Share of bad of all classes together. */
    double share() {
        double bads = Arrays.stream(bad).sum();
        return bads / (Arrays.stream(good).sum() + bads);
    }

    /** Neighbouring classes summed from each of {@code firsts} up to the next. */
    Tally joined(int[] firsts) {
        Tally sums = new Tally(new int[firsts.length], new int[firsts.length]);
        for (int i = 0; i < firsts.length; i++) {
            int end = i + 1 < firsts.length ? firsts[i + 1] : classes();
            sums.good[i] = Arrays.stream(good, firsts[i], end).sum();
            sums.bad[i] = Arrays.stream(bad, firsts[i], end).sum();
        }
        return sums;
    }
}
