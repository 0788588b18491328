package io.riskloom.engine.djl;

import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditHistory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps that recurrent layers read, in the numbers of an input.
 *
 * @param features of a step
 * @param inputs   steps × features × indices of an input's numbers, oldest first
 */
record LagFold(List<String> features, int[][][] inputs) {

    LagFold {
        features = List.copyOf(features);
    }

    /** Days × features in row-major order. */
    static LagFold ofDays(int days, List<String> features) {
        int width = features.size();
        int[][][] inputs = IntStream.range(0, days)
                .mapToObj(t -> IntStream.range(0, width)
                        .mapToObj(f -> new int[] {t * width + f})
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        return new LagFold(features, inputs);
    }

    /** Months of an applicant: a feature has all inputs of its column of that month. */
    static LagFold ofMonths(CreditHistory history, CreditEncoder encoder) {
        List<String> columns = encoder.columns();
        int[][][] inputs = IntStream.range(0, history.steps())
                .mapToObj(step -> history.columns().stream()
                        .map(months -> IntStream.range(0, columns.size())
                                .filter(i -> columns.get(i).equals(months.get(step)))
                                .toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        return new LagFold(history.features(), inputs);
    }

    /** Sums of what each number of an input has, steps × features. */
    double[][] sums(double[] shares) {
        double[][] sums = new double[inputs.length][features.size()];
        for (int step = 0; step < inputs.length; step++) {
            for (int f = 0; f < sums[step].length; f++) {
                for (int input : inputs[step][f]) {
                    sums[step][f] += shares[input];
                }
            }
        }
        return sums;
    }
}
