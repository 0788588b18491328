package io.riskloom.engine.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Which way the price will go from several days, as a {@link Classifier} sees it. Copied in and out.
 *
 * @param origins     last days of the windows
 * @param probability origins × classes, in the order down (flat) up
 */
public record Directions(List<LocalDate> origins, double[][] probability) {

    public Directions {
        origins = List.copyOf(origins);
        if (probability.length != origins.size()) {
            throw new IllegalArgumentException(probability.length + " rows for " + origins.size() + " origins");
        }
        probability = Matrices.copy(probability);
    }

    /** Probability of a rise. */
    public double up(int row) {
        return probability[row][probability[row].length - 1];
    }

    /** The likeliest class of a row: −1 down, 0 flat, 1 up; as good as even between two counts as up, of three the first. */
    public int side(int row) {
        double[] p = probability[row];
        if (p.length == 2) {
            return p[1] >= 0.5 ? 1 : -1;
        }
        int likeliest = 0;
        for (int c = 1; c < p.length; c++) {
            likeliest = p[c] > p[likeliest] ? c : likeliest;
        }
        return likeliest - 1;
    }

    @Override
    public double[][] probability() {
        return Matrices.copy(probability);
    }
}
