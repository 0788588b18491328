package io.riskloom.app.credit;

import io.riskloom.engine.stats.Classification.Confusion;
import java.util.Arrays;

/**
 * Probabilities of bad, sorted once with the bad counted below each place: what any cut-off does is then two look-ups in
 * O(log n), so that a slider over tens of thousands of applicants moves without delay.
 */
final class Ranked {

    private final double[] ascending;
    private final int[] badBelow;

    /** @param probabilityBad one an applicant, each a number */
    Ranked(double[] probabilityBad, boolean[] bad) {
        int n = probabilityBad.length;
        double[] sorted = probabilityBad.clone();
        Arrays.sort(sorted);
        int[] badAt = new int[n];
        for (int i = 0; i < n; i++) {
            badAt[first(sorted, probabilityBad[i])] += bad[i] ? 1 : 0;
        }
        ascending = sorted;
        badBelow = new int[n + 1];
        for (int i = 0; i < n; i++) {
            badBelow[i + 1] = badBelow[i] + badAt[i];
        }
    }

    int size() {
        return ascending.length;
    }

    int bad() {
        return badBelow[ascending.length];
    }

    /** Counts where those at or above the cut-off are refused, as {@code Classification.confusion} counts them one by one. */
    Confusion at(double cutOff) {
        int approved = first(ascending, cutOff);
        int badApproved = badBelow[approved];
        int badRefused = bad() - badApproved;
        return new Confusion(badRefused, ascending.length - approved - badRefused, approved - badApproved, badApproved);
    }

    /** Index of the first value at or above {@code at}. */
    private static int first(double[] values, double at) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
