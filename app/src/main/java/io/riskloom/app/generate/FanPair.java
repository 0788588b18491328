package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.FanBands;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSet;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Paths of two generators as indices that begin at 100, over as many days as both have and on one scale.
 *
 * @param left  paths × (steps + 1)
 * @param right alike
 */
record FanPair(double[][] left, FanBands leftBands, double[][] right, FanBands rightBands, ChartModel.Range scale) {

    private static final double BASE = 100;
    private static final double ROOM = 0.05;

    /** Takes a moment for many paths: call it in the background. */
    static FanPair of(PathSet left, PathSet right) {
        int days = Math.min(left.length(), right.length());
        double[][] a = index(left, days);
        double[][] b = index(right, days);
        FanBands first = FanBands.of(a);
        FanBands second = FanBands.of(b);
        double[] ends = DoubleStream.concat(ends(first), ends(second)).toArray();
        double low = Arrays.stream(ends).min().orElse(BASE);
        double high = Arrays.stream(ends).max().orElse(BASE);
        double room = Math.max(1, high - low) * ROOM;
        return new FanPair(a, first, b, second, new ChartModel.Range(low - room, high + room));
    }

    private static double[][] index(PathSet set, int days) {
        double start = set.startPrice();
        return Arrays.stream(set.prices())
                .map(path -> Arrays.stream(path, 0, days + 1)
                        .map(price -> BASE * price / start)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Of the outermost quantiles. */
    private static DoubleStream ends(FanBands bands) {
        return DoubleStream.concat(
                Arrays.stream(bands.quantiles()[0]), Arrays.stream(bands.quantiles()[bands.quantiles().length - 1]));
    }

    ChartModel.FanChart leftChart(BarUnit unit, Texts texts) {
        return chart(left, leftBands, unit, texts);
    }

    ChartModel.FanChart rightChart(BarUnit unit, Texts texts) {
        return chart(right, rightBands, unit, texts);
    }

    private ChartModel.FanChart chart(double[][] paths, FanBands bands, BarUnit unit, Texts texts) {
        return new ChartModel.FanChart(
                paths,
                bands,
                -1,
                new double[0],
                unit.axis(texts),
                texts.get("generate.chart.index"),
                GenerateCharts.legend(texts),
                scale);
    }
}
