package io.riskloom.engine.model;

import java.util.List;

/**
 * A points table. An applicant's points are the sum of one bin's points a characteristic; the score
 * baseScore + points · log2(odds / baseOdds) has odds good : bad that double every {@code pointsToDouble}.
 *
 * @param pointsToDouble  PDO
 * @param baseScore       score at {@code baseOdds}
 * @param baseOdds        good to one bad
 * @param constant        points of every applicant, before the bins' points
 * @param characteristics in order of information value, highest first
 */
public record Scorecard(
        double pointsToDouble,
        double baseScore,
        double baseOdds,
        double constant,
        List<Characteristic> characteristics) {
    public Scorecard {
        characteristics = List.copyOf(characteristics);
    }

    /**
     * A binned column.
     *
     * @param informationValue Σ (share of good − share of bad) · WoE over its bins
     * @param coefficient      of its WoE in the logistic regression; 0 where the column was left out of it
     * @param standardError    of the coefficient; NaN where it was left out
     */
    public record Characteristic(
            String column, double informationValue, double coefficient, double standardError, List<Bin> bins) {
        public Characteristic {
            bins = List.copyOf(bins);
        }
    }

    /**
     * One bin on the training applicants.
     *
     * @param kind   {@code range} (low ≤ value < high), {@code levels}, {@code special} (one code of a numeric column),
     *     {@code missing} or {@code other} (levels that training never saw)
     * @param low    of a range, negative infinity for the first; the code of a special one
     * @param high   of a range, positive infinity for the last
     * @param levels of a categorical bin
     * @param good   applicants
     * @param bad    applicants
     * @param woe    ln (share of all good / share of all bad), smoothed where one is missing
     * @param points of an applicant in this bin
     */
    public record Bin(
            String kind, double low, double high, List<String> levels, int good, int bad, double woe, double points) {
        /** JSON has no infinity: the open ends of ranges come back from it as NaN. */
        public Bin {
            levels = List.copyOf(levels);
            if (kind.equals("range")) {
                low = Double.isNaN(low) ? Double.NEGATIVE_INFINITY : low;
                high = Double.isNaN(high) ? Double.POSITIVE_INFINITY : high;
            }
        }
    }
}
