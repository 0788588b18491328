package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.stats.RankCorrelation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Two trials of an attribution. Deletion and insertion (Petsiuk, Das and Saenko 2018): cells are covered, or uncovered on a
 * covered input, the largest attribution first, {@value #SHARES} times a twentieth of them, beside the mean of {@value #ORDERS}
 * random orders; covered as {@link Occluder} does. Randomisation (Adebayo et al. 2018): the rank correlation of the
 * attribution's size, cell by cell, with that of networks whose weights are drawn anew, mean of {@value #DRAWS}; 0 where one of
 * the two is the same everywhere.
 */
final class FaithfulnessTrial {
    static final int SHARES = 20;
    static final int ORDERS = 5;
    static final int DRAWS = 3;
    private static final long SEED = 20_180_620;

    private final Subject subject;
    private final RandomFlows random;
    private final Attributions attributions;
    private final Occluder occluder;

    FaithfulnessTrial(Subject subject, RandomFlows random) {
        this.subject = subject;
        this.random = random;
        this.attributions = new Attributions(subject, random);
        this.occluder = new Occluder(subject);
    }

    /**
     * @param stage whose weights are tried
     * @throws CancellationException between two batches where it is stopped
     */
    Faithfulness of(int place, String method, String layer, Stage stage, BooleanSupplier stopped)
            throws NoticeException {
        Flow flow = subject.flow(stage);
        float[] input = subject.input(place);
        float[] typical = subject.baseline();
        Attributions.Found found = attributions.found(flow, input, method, layer, stopped);
        int[][] units = subject.fold().units(!method.equals(Attributions.GRADIENTS));
        int[] order = largestFirst(subject.fold().worth(found.told()));
        double[] deletion = curve(flow, input, typical, units, order, stopped);
        double[] insertion = curve(flow, typical, input, units, order, stopped);
        double[] randomDeletion = new double[SHARES + 1];
        SplittableRandom draws = new SplittableRandom(SEED);
        for (int i = 0; i < ORDERS; i++) {
            double[] one = curve(flow, input, typical, units, shuffled(units.length, draws), stopped);
            Arrays.setAll(randomDeletion, k -> randomDeletion[k] + one[k] / ORDERS);
        }
        // a random share that is uncovered is what a random rest, covered, leaves
        double[] randomInsertion = new double[SHARES + 1];
        Arrays.setAll(randomInsertion, k -> randomDeletion[SHARES - k]);
        double[] shares = new double[SHARES + 1];
        Arrays.setAll(shares, k -> k / (double) SHARES);
        return new Faithfulness(
                shares,
                deletion,
                insertion,
                randomDeletion,
                randomInsertion,
                area(deletion),
                area(insertion),
                area(randomDeletion),
                area(randomInsertion),
                likeness(input, method, found, stopped));
    }

    /** The answer as units of one input take the numbers of the other, in that order. */
    private double[] curve(Flow flow, float[] from, float[] to, int[][] units, int[] order, BooleanSupplier stopped) {
        return occluder.answers(
                flow,
                SHARES + 1,
                k -> {
                    float[] row = from.clone();
                    long taken = Math.round(k * (double) units.length / SHARES);
                    for (int u = 0; u < taken; u++) {
                        for (int i : units[order[u]]) {
                            row[i] = to[i];
                        }
                    }
                    return row;
                },
                stopped);
    }

    private double likeness(float[] input, String method, Attributions.Found found, BooleanSupplier stopped)
            throws NoticeException {
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            Attributions.Found other = attributions.found(random.of(draw), input, method, found.layer(), stopped);
            double like = RankCorrelation.spearman(sizes(found), sizes(other));
            sum += Double.isNaN(like) ? 0 : like;
        }
        return sum / DRAWS;
    }

    private static double[] sizes(Attributions.Found found) {
        return Arrays.stream(found.told().flat()).map(Math::abs).toArray();
    }

    /** By the trapezium rule, over shares from 0 to 1. */
    static double area(double[] curve) {
        double sum = (curve[0] + curve[curve.length - 1]) / 2;
        for (int k = 1; k < curve.length - 1; k++) {
            sum += curve[k];
        }
        return sum / (curve.length - 1);
    }

    /** Indices by value, of equal ones the first first. */
    private static int[] largestFirst(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
