package io.riskloom.engine.djl;

import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.inside.Stage;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * The answer with parts of the input covered by the mean of what was learnt (Zeiler and Fergus 2014): what was covered mattered
 * where the answer moves.
 */
final class Occluder {
    /** Inputs between two looks at whether anybody still waits, at most. */
    private static final int ROWS = 16;

    private final Subject subject;

    Occluder(Subject subject) {
        this.subject = subject;
    }

    /**
     * @throws CancellationException    between two batches where it is stopped
     * @throws IllegalArgumentException for a size or step below 1
     */
    Occlusion map(int place, int size, int step, BooleanSupplier stopped) throws NoticeException {
        if (size < 1 || step < 1) {
            throw new IllegalArgumentException("patches of " + size + " every " + step);
        }
        float[] input = subject.input(place);
        float[] typical = subject.baseline();
        int[][][] patches = subject.fold().patches(size, step);
        int columns = patches[0].length;
        int[][] flat = Arrays.stream(patches).flatMap(Arrays::stream).toArray(int[][]::new);
        Flow flow = subject.flow(Stage.TRAINED);
        double[] found = answers(flow, flat.length, i -> covered(input, typical, flat[i]), stopped);
        double[][] answers = new double[patches.length][];
        Arrays.setAll(answers, i -> Arrays.copyOfRange(found, i * columns, (i + 1) * columns));
        return new Occlusion(size, step, answers, answers(flow, 1, i -> input, stopped)[0]);
    }

    /** With one patch covered, see {@link Fold#patch}. */
    double covered(int place, int row, int column, int size) throws NoticeException {
        float[] input = subject.input(place);
        float[] covered = covered(input, subject.baseline(), subject.fold().patch(row, column, size));
        return answers(subject.flow(Stage.TRAINED), 1, i -> covered, () -> false)[0];
    }

    private static float[] covered(float[] input, float[] typical, int... which) {
        float[] covered = input.clone();
        for (int i : which) {
            covered[i] = typical[i];
        }
        return covered;
    }

    /**
     * What the product shows where those networks answer, for so many inputs, which are made when they are asked for.
     *
     * @throws CancellationException between two batches where it is stopped
     */
    double[] answers(Flow flow, int rows, IntFunction<float[]> row, BooleanSupplier stopped) {
        double[] answers = new double[rows];
        int batch = rows == 1 ? 1 : flow.rows(ROWS);
        for (int from = 0; from < rows; from += batch) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            int some = Math.min(batch, rows - from);
            float[] numbers = numbers(flow, some, from, row);
            int width = numbers.length / some;
            for (int i = 0; i < some; i++) {
                answers[from + i] = subject.answer(Arrays.copyOfRange(numbers, i * width, (i + 1) * width));
            }
        }
        return answers;
    }

    private float[] numbers(Flow flow, int some, int from, IntFunction<float[]> row) {
        int size = Math.toIntExact(subject.sample().size());
        float[] batch = new float[some * size];
        for (int i = 0; i < some; i++) {
            System.arraycopy(row.apply(from + i), 0, batch, i * size, size);
        }
        try (NDManager scratch = flow.manager().newSubManager()) {
            return flow.answer(scratch.create(batch, Network.batchOf(some, subject.sample())))
                    .toFloatArray();
        }
    }
}
