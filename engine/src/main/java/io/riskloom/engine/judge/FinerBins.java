package io.riskloom.engine.judge;

import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.WoeBins;
import io.riskloom.engine.model.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column whose numbers all share one bin of the scorecard, which would not show that they have moved: that bin is parted at the
 * tenths of the training values, or at every value of few, by the quantiles that the encoder holds.
 */
final class FinerBins {

    private static final int PARTS = 10;

    private FinerBins() {}

    /** The bins themselves where they are several, or the encoder does not tell how the values spread. */
    static List<Scorecard.Bin> of(Scorecard.Characteristic characteristic, List<CreditEncoder.Field> fields) {
        List<Scorecard.Bin> bins = characteristic.bins();
        List<Double> knots = fields.stream()
                .filter(field -> field.column().equals(characteristic.column()))
                .findFirst()
                .map(CreditEncoder.Field::knots)
                .orElse(List.of());
        if (!single(bins) || !bins.getFirst().kind().equals(WoeBins.RANGE) || knots.size() < 2) {
            return bins;
        }
        List<Scorecard.Bin> finer = new ArrayList<>(parted(bins.getFirst(), knots));
        finer.addAll(bins.subList(1, bins.size()));
        return finer;
    }

    /** Whether all values that are neither missing nor special codes have one bin. */
    static boolean single(List<Scorecard.Bin> bins) {
        return bins.stream()
                        .filter(bin ->
                                bin.kind().equals(WoeBins.RANGE) || bin.kind().equals(WoeBins.LEVELS))
                        .count()
                < 2;
    }

    private static List<Scorecard.Bin> parted(Scorecard.Bin bin, List<Double> knots) {
        List<Double> edges = edges(knots);
        int all = bin.good() + bin.bad();
        List<Scorecard.Bin> parts = new ArrayList<>();
        double low = Double.NEGATIVE_INFINITY;
        int before = 0;
        for (double edge : edges) {
            int below = (int) Math.round(all * below(knots, edge));
            parts.add(part(low, edge, below - before));
            low = edge;
            before = below;
        }
        parts.add(part(low, Double.POSITIVE_INFINITY, all - before));
        return parts;
    }

    /** Only how many applicants there are is known of a part, and asked of it. */
    private static Scorecard.Bin part(double low, double high, int applicants) {
        return new Scorecard.Bin(WoeBins.RANGE, low, high, List.of(), applicants, 0, 0, 0);
    }

    /** Ascending, each above the least value. */
    private static List<Double> edges(List<Double> knots) {
        List<Double> different = knots.stream().distinct().toList();
        if (different.size() <= PARTS) {
            return different.subList(1, different.size());
        }
        return IntStream.range(1, PARTS)
                .mapToObj(tenth -> knots.get(Math.round((float) tenth * (knots.size() - 1) / PARTS)))
                .distinct()
                .filter(edge -> edge > knots.getFirst())
                .toList();
    }

    /** Share of training values below one of the knots, which stand at equal steps of that share; of equal ones before the first. */
    private static double below(List<Double> knots, double edge) {
        int first = knots.indexOf(edge);
        boolean tied = first < knots.size() - 1 && knots.get(first + 1) == edge;
        return (first - (tied ? 0.5 : 0)) / (knots.size() - 1);
    }
}
