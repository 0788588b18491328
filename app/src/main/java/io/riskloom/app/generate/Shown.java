package io.riskloom.app.generate;

import io.riskloom.app.chart.FanBands;
import io.riskloom.app.text.Csv;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSet;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Generated paths with what the charts need of them.
 *
 * @param prices     paths × (steps + 1)
 * @param bands      quantiles of the prices
 * @param real       the last days of the real test span as a path of the same length from the same price; empty where
 *                   the span is shorter
 * @param histograms by days
 */
record Shown(
        PathSet paths, double[][] prices, FanBands bands, double[] real, Map<Integer, ReturnHistogram> histograms) {

    static final List<Integer> DAYS = List.of(1, 5, 20);

    /** Takes a moment for many paths: call it in the background. */
    static Shown of(PathSet paths, double[] realReturns) {
        double[][] returns = paths.returns();
        double[][] prices = paths.prices();
        return new Shown(
                paths,
                prices,
                FanBands.of(prices),
                realPath(paths, realReturns),
                DAYS.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), days -> ReturnHistogram.of(realReturns, returns, days))));
    }

    private static double[] realPath(PathSet paths, double[] returns) {
        if (paths.length() == 0 || paths.length() > returns.length) {
            return new double[0];
        }
        double[] last = Arrays.copyOfRange(returns, returns.length - paths.length(), returns.length);
        return new PathSet(new double[][] {last}, paths.startPrice()).prices()[0];
    }

    /** Largest fall of a path from an earlier high, as a share of that high. */
    double drawdown(int path) {
        double high = Double.NEGATIVE_INFINITY;
        double worst = 0;
        for (double price : prices[path]) {
            high = Math.max(high, price);
            worst = Math.max(worst, 1 - price / high);
        }
        return worst;
    }

    /** Indices of the paths, the one that ends lowest first. */
    List<Integer> byEnd() {
        return IntStream.range(0, prices.length)
                .boxed()
                .sorted(Comparator.comparingDouble(this::end))
                .toList();
    }

    private double end(int path) {
        return prices[path][prices[path].length - 1];
    }

    /** A path's number, last price, change and largest fall; empty for an index that is none. */
    String pathWords(int path, Texts texts) {
        if (path < 0 || path >= prices.length) {
            return "";
        }
        double change = end(path) / paths.startPrice() - 1;
        return texts.get(
                "generate.path",
                path + 1,
                Formats.number(end(path), 2),
                (change > 0 ? "+" : "") + Formats.percent(change, 1),
                Formats.percent(drawdown(path), 1));
    }

    /** Columns path, step, return, price; paths and steps count from 1, the return is the daily log return. */
    void csv(Writer out) throws IOException {
        out.write("path,step,return,price\n");
        double[][] returns = paths.returns();
        for (int i = 0; i < returns.length; i++) {
            for (int t = 0; t < returns[i].length; t++) {
                out.write((i + 1) + "," + (t + 1) + "," + Csv.number(returns[i][t]) + "," + Csv.number(prices[i][t + 1])
                        + "\n");
            }
        }
    }
}
