package io.riskloom.engine.feature;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of a table drawn into training, validation and test so that each has the same share of bad ones, to a row. Row
 * numbers ascend within each part. The same seed gives the same split.
 */
public record StratifiedSplit(int[] train, int[] validation, int[] test) {

    public StratifiedSplit {
        train = train.clone();
        validation = validation.clone();
        test = test.clone();
    }

    /**
     * @param bad        one a row
     * @param validation share of the rows, in [0, 1)
     * @param test       share of the rows, in [0, 1); the shares together below 1
     */
    public static StratifiedSplit of(boolean[] bad, double validation, double test, long seed) {
        if (!(validation >= 0 && test >= 0 && validation + test < 1)) {
            throw new IllegalArgumentException("shares " + validation + " and " + test);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[][] parts = {{}, {}, {}};
        for (boolean label : new boolean[] {true, false}) {
            int[] rows =
                    IntStream.range(0, bad.length).filter(i -> bad[i] == label).toArray();
            shuffle(rows, random);
            int forTest = (int) Math.round(test * rows.length);
            int forValidation = (int) Math.round(validation * rows.length);
            parts[2] = join(parts[2], Arrays.copyOfRange(rows, 0, forTest));
            parts[1] = join(parts[1], Arrays.copyOfRange(rows, forTest, forTest + forValidation));
            parts[0] = join(parts[0], Arrays.copyOfRange(rows, forTest + forValidation, rows.length));
        }
        for (int[] part : parts) {
            Arrays.sort(part);
        }
        return new StratifiedSplit(parts[0], parts[1], parts[2]);
    }

    /** Whether training, validation and test each have a bad row and a good one. */
    public boolean everyPartHasBoth(boolean[] bad) {
        return Stream.of(train, validation, test).allMatch(part -> {
            long count = Arrays.stream(part).filter(row -> bad[row]).count();
            return count > 0 && count < part.length;
        });
    }

    private static void shuffle(int[] rows, SplittableRandom random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
    }

    private static int[] join(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    @Override
    public int[] train() {
        return train.clone();
    }

    @Override
    public int[] validation() {
        return validation.clone();
    }

    @Override
    public int[] test() {
        return test.clone();
    }
}
