package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditGroups;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.model.Validation;

/** A credit book, its split and its encoder, which has seen the training rows only. */
record CreditCases(CreditBook book, boolean[] bad, StratifiedSplit split, CreditEncoder encoder) {

    /**
     * @throws NoticeException {@code run.error.needsCredit} (file), {@code run.error.noTarget} (file), or what
     *     {@link Splits#rows} has against the rows
     */
    static CreditCases of(Imported data, CreditSpec spec) throws NoticeException {
        if (!(data instanceof Imported.Credit credit)) {
            throw new NoticeException(Notice.of("run.error.needsCredit", RunFolder.name(data.source())));
        }
        CreditBook book = credit.book();
        boolean[] bad = book.bad();
        if (bad.length == 0) {
            throw new NoticeException(Notice.of("run.error.noTarget", RunFolder.name(data.source())));
        }
        StratifiedSplit split = Splits.rows(spec, book);
        boolean grouped = spec.scheme().equals(Validation.GROUPED);
        CreditBook seen = grouped ? CreditGroups.without(book, spec.groups()) : book;
        return new CreditCases(seen, bad, split, CreditEncoder.fit(seen, split.train()));
    }

    boolean[] labels(int[] rows) {
        return labels(bad, rows);
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

    private static boolean[] labels(boolean[] bad, int[] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = bad[rows[i]];
        }
        return labels;
    }

    float[][] inputs(int[] rows) throws NoticeException {
        return encoder.encode(book, rows);
    }

    Samples samples(int[] rows) throws NoticeException {
        float[] y = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            y[i] = bad[rows[i]] ? 1 : 0;
        }
        return new Samples(flat(inputs(rows)), new Shape(encoder.width()), y, 1);
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
