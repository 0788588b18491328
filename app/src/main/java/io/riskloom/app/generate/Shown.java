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
import java.util.stream.IntStream;

/**
 * Generated paths with what the charts need of them.
 *
 * @param returns paths × steps
 * @param prices  paths × (steps + 1)
 * @param bands   quantiles of the prices
 * @param real    the last days of the real test span as a path of the same length from the same price; empty where the span
 *                is shorter
 * @param falls   largest fall of each path from an earlier high, as a share of that high
 */
record Shown(PathSet paths, double[][] returns, double[][] prices, FanBands bands, double[] real, double[] falls) {

    /** Takes a moment for many paths: call it in the background. */
    static Shown of(PathSet paths, double[] realReturns) {
        double[][] prices = paths.prices();
        return new Shown(
                paths,
                paths.returns(),
                prices,
                FanBands.of(prices),
                realPath(paths, realReturns),
                Arrays.stream(prices).mapToDouble(Shown::fall).toArray());
    }

    private static double[] realPath(PathSet paths, double[] returns) {
        if (paths.length() == 0 || paths.length() > returns.length) {
            return new double[0];
        }
        double[] last = Arrays.copyOfRange(returns, returns.length - paths.length(), returns.length);
        return new PathSet(new double[][] {last}, paths.startPrice()).prices()[0];
    }

    private static double fall(double[] path) {
        double high = Double.NEGATIVE_INFINITY;
        double worst = 0;
        for (double price : path) {
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

    /** The path that lies nearest to a price at a step; −1 for a step that none has. */
    int nearest(double step, double price) {
        int t = (int) Math.round(step);
        return IntStream.range(0, prices.length)
                .filter(i -> t >= 0 && t < prices[i].length)
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(prices[i][t] - price)))
                .orElse(-1);
    }

    double end(int path) {
        return prices[path][prices[path].length - 1];
    }

    /** Change of the price over the whole path. */
    double change(int path) {
        return end(path) / paths.startPrice() - 1;
    }

    /** A path's number, last price, change and largest fall; empty for an index that is none. */
    String pathWords(int path, Texts texts) {
        if (path < 0 || path >= prices.length) {
            return "";
        }
        return texts.get(
                "generate.path",
                path + 1,
                Formats.number(end(path), 2),
                signedPercent(change(path)),
                Formats.percent(falls[path], 1));
    }

    static String signedPercent(double share) {
        return (share > 0 ? "+" : "") + Formats.percent(share, 1);
    }

    /** Columns path, step, return, price; paths and steps count from 1, the return is the daily log return. */
    void csv(Writer out) throws IOException {
        out.write("path,step,return,price\n");
        for (int i = 0; i < returns.length; i++) {
            for (int t = 0; t < returns[i].length; t++) {
                out.write((i + 1) + "," + (t + 1) + "," + Csv.number(returns[i][t]) + "," + Csv.number(prices[i][t + 1])
                        + "\n");
            }
        }
    }
}
