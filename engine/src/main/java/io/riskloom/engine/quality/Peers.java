package io.riskloom.engine.quality;

import java.util.List;
import java.util.stream.IntStream;

/** Days on which one series of a file has no price although most of the others that live then have one. */
final class Peers {

    private final int first;
    private final int[] priced; // series with a price, by day since the first
    private final int[] alive; // series between their first and last day

    private Peers(int first, int days) {
        this.first = first;
        this.priced = new int[days];
        this.alive = new int[days + 1];
    }

    static Peers of(List<Series> all) {
        if (all.size() < 2 || !all.getFirst().dated()) {
            return new Peers(0, 0);
        }
        int first = all.stream().mapToInt(s -> s.days()[0]).min().orElseThrow();
        int last = all.stream().mapToInt(Peers::last).max().orElseThrow();
        Peers peers = new Peers(first, last - first + 1);
        for (Series series : all) {
            for (int day : series.days()) {
                peers.priced[day - first]++;
            }
            peers.alive[series.days()[0] - first]++;
            peers.alive[last(series) - first + 1]--;
        }
        for (int i = 1; i < peers.alive.length; i++) {
            peers.alive[i] += peers.alive[i - 1];
        }
        return peers;
    }

    private static int last(Series series) {
        return series.days()[series.size() - 1];
    }

    /** Ascending, between the first and the last day of the series. */
    int[] missing(Series series) {
        if (priced.length == 0) {
            return priced;
        }
        IntStream.Builder missing = IntStream.builder();
        for (int row = 1; row < series.size(); row++) {
            for (int day = series.days()[row - 1] + 1; day < series.days()[row]; day++) {
                if (2 * priced[day - first] > alive[day - first] - 1) {
                    missing.add(day);
                }
            }
        }
        return missing.build().toArray();
    }
}
