package io.riskloom.app.playground;

import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.PoolShape;
import java.util.List;

/** How large the output is, with the numbers put in. */
final class SizeFormula {

    private SizeFormula() {}

    /** The output's rows, and its columns where their sum is another, as ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1. */
    static List<String> of(PlaygroundState s) {
        String rows;
        String columns;
        int high = s.inputs().rows();
        int wide = s.inputs().columns();
        switch (s.mode()) {
            case POOLING -> {
                rows = pooled(s.pool(), high, s.pool().rows(), s.pool().shape().outputRows(high));
                columns = pooled(
                        s.pool(), wide, s.pool().columns(), s.pool().shape().outputColumns(wide));
            }
            case SERIES -> {
                rows = convolved(s, s.series().returns().columns(), s.series().length(), 0);
                columns = rows;
            }
            default -> {
                rows = convolved(s, high, s.conv().bank().rows(), s.conv().padding());
                columns = convolved(s, wide, s.conv().bank().columns(), s.conv().padding());
            }
        }
        return rows.equals(columns) ? List.of(rows) : List.of(rows, columns);
    }

    private static String convolved(PlaygroundState s, int n, int k, int p) {
        Convolving c = s.conv();
        return "⌊(" + n + " + 2·" + p + " − " + c.dilation() + "·(" + k + "−1) − 1)/" + c.stride() + "⌋ + 1 = "
                + CellText.of(Convolution.outputSize(n, k, c.stride(), p, c.dilation()));
    }

    private static String pooled(Pool pool, int n, int window, int size) {
        if (pool.form() == PoolShape.Form.WINDOW) {
            String padding = pool.padding() == 0 ? "" : " + 2·" + pool.padding();
            return "⌊(" + n + padding + " − " + window + ")/" + pool.stride() + "⌋ + 1 = " + CellText.of(size);
        }
        String reach = ": ⌊i·" + n + "/" + size + "⌋ … ⌈(i + 1)·" + n + "/" + size + "⌉ − 1";
        return n + " → " + size + (pool.form() == PoolShape.Form.ADAPTIVE ? reach : "");
    }
}
