package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditGroups;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.CreditSight;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.model.Validation;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A credit book as networks see it, and its split.
 *
 * @param groups one a row, below 0 for a row of its own; empty where rows are not grouped
 */
record CreditCases(CreditSight sight, boolean[] bad, int[] groups, StratifiedSplit split) {

    /**
     * @throws NoticeException {@code run.error.needsCredit} (file), {@code run.error.noTarget} (file), or what
     *     {@link Splits#rows} and {@link CreditSight#of} have against the data
     */
    static CreditCases of(Imported data, CreditSpec spec, BooleanSupplier stopped) throws NoticeException {
        if (!(data instanceof Imported.Credit credit)) {
            throw new NoticeException(Notice.of("run.error.needsCredit", RunFolder.name(data.source())));
        }
        CreditBook book = credit.book();
        boolean[] bad = book.bad();
        if (bad.length == 0) {
            throw new NoticeException(Notice.of("run.error.noTarget", RunFolder.name(data.source())));
        }
        StratifiedSplit split = Splits.rows(spec, book);
        int[] groups = spec.scheme().equals(Validation.GROUPED)
                ? CreditGroups.of(book, spec.groups()).orElseThrow().numbers()
                : new int[0];
        return new CreditCases(CreditSight.of(spec, book, split, stopped), bad, groups, split);
    }

    CreditBook book() {
        return sight.book();
    }

    float[][] inputs(int[] rows) throws NoticeException {
        return sight.encoder().encode(book(), rows);
    }

    /** Rows that no test looks at: training and validation rows, ascending. */
    int[] learnt() {
        return IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation()))
                .sorted()
                .toArray();
    }

    boolean[] labels(int[] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = bad[rows[i]];
        }
        return labels;
    }

    /** Of the training rows. */
    double badShare() {
        boolean[] labels = labels(split.train());
        int count = 0;
        for (boolean label : labels) {
            count += label ? 1 : 0;
        }
        return (double) count / labels.length;
    }

    /**
     * Inputs beside labels.
     *
     * @param made encoded bad applicants that come after the rows, generated for learning
     */
    Samples samples(int[] rows, float[][] made) throws NoticeException {
        float[][] real = inputs(rows);
        float[][] all = Arrays.copyOf(real, rows.length + made.length);
        System.arraycopy(made, 0, all, rows.length, made.length);
        float[] y = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            y[i] = i >= rows.length || bad[rows[i]] ? 1 : 0;
        }
        return new Samples(flat(all), new Shape(sight.encoder().width()), y, 1);
    }

    static float[] flat(float[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return flat;
    }
}
