package io.riskloom.app.playground;

import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.feature.Pooling;
import java.util.Objects;

/** A pooling; every form keeps its own numbers, so that changing the form forth and back loses nothing. */
record Pool(
        Pooling.Kind kind,
        PoolShape.Form form,
        int rows,
        int columns,
        int stride,
        int padding,
        int outputRows,
        int outputColumns) {

    static final int MAX_PADDING = 3;

    Pool {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(form, "form");
        PlaygroundState.between("pooling rows", rows, 1, Convolving.MAX_KERNEL);
        PlaygroundState.between("pooling columns", columns, 1, Convolving.MAX_KERNEL);
        PlaygroundState.between("pooling stride", stride, 1, Convolving.MAX_KERNEL);
        PlaygroundState.between("pooling padding", padding, 0, MAX_PADDING);
        PlaygroundState.between("pooled rows", outputRows, 1, Grid.LARGEST);
        PlaygroundState.between("pooled columns", outputColumns, 1, Grid.LARGEST);
    }

    static Pool window(Pooling.Kind kind, int rows, int columns, int stride) {
        return new Pool(kind, PoolShape.Form.WINDOW, rows, columns, stride, 0, 3, 3);
    }

    PoolShape shape() {
        return switch (form) {
            case WINDOW -> new PoolShape(form, rows, columns, stride, padding);
            case GLOBAL -> new PoolShape(form, 1, 1, 1, 0);
            case ADAPTIVE -> new PoolShape(form, outputRows, outputColumns, 1, 0);
        };
    }

    /** Padding that counts. */
    int border() {
        return form == PoolShape.Form.WINDOW ? padding : 0;
    }

    /** The kind as requests name it. */
    String word() {
        return switch (kind) {
            case MAX -> "max";
            case AVERAGE -> "average";
        };
    }

    Pool withKind(Pooling.Kind value) {
        return new Pool(value, form, rows, columns, stride, padding, outputRows, outputColumns);
    }

    Pool withForm(PoolShape.Form value) {
        return new Pool(kind, value, rows, columns, stride, padding, outputRows, outputColumns);
    }

    Pool withWindow(int high, int wide) {
        return new Pool(kind, form, high, wide, stride, padding, outputRows, outputColumns);
    }

    Pool withStride(int value) {
        return new Pool(kind, form, rows, columns, value, padding, outputRows, outputColumns);
    }

    Pool withPadding(int value) {
        return new Pool(kind, form, rows, columns, stride, value, outputRows, outputColumns);
    }

    Pool withOutput(int high, int wide) {
        return new Pool(kind, form, rows, columns, stride, padding, high, wide);
    }
}
