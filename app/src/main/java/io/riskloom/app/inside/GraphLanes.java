package io.riskloom.app.inside;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the boxes of a network stand: rows by the longest way from the input, lanes so that a branch stands beside the way it
 * leaves and joins it where both are added.
 *
 * @param row  of each item, from 0
 * @param lane of each item, from 0 at the left
 */
record GraphLanes(int[] row, int[] lane) {

    static GraphLanes of(List<List<Integer>> into) {
        int[] row = new int[into.size()];
        int[] lane = new int[into.size()];
        boolean[] goneOn = new boolean[into.size()];
        for (int i = 0; i < into.size(); i++) {
            List<Integer> from = into.get(i);
            for (int before : from) {
                row[i] = Math.max(row[i], row[before] + 1);
            }
            int main = from.stream()
                    .min((a, b) -> Integer.compare(lane[a], lane[b]))
                    .orElse(-1);
            if (main < 0) {
                lane[i] = free(row, lane, i, 0);
            } else if (!goneOn[main] || from.size() > 1) {
                goneOn[main] = true;
                lane[i] = lane[main];
            } else {
                lane[i] = free(row, lane, i, lane[main] + 1);
            }
        }
        return new GraphLanes(row, lane);
    }

    /** The first lane from {@code from} on in which no earlier item of its row stands. */
    private static int free(int[] row, int[] lane, int item, int from) {
        Set<Integer> taken = new HashSet<>();
        for (int other = 0; other < item; other++) {
            if (row[other] == row[item]) {
                taken.add(lane[other]);
            }
        }
        int free = from;
        while (taken.contains(free)) {
            free++;
        }
        return free;
    }

    int rows() {
        return Arrays.stream(row).max().orElse(-1) + 1;
    }

    int lanes() {
        return Arrays.stream(lane).max().orElse(-1) + 1;
    }
}
