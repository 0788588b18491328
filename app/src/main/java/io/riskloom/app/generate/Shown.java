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
 * @param byEnd   indices of the paths, the one that ends lowest first
 * @param places  of each path in that order
 */
record Shown(
        PathSet paths,
        double[][] returns,
        double[][] prices,
        FanBands bands,
        double[] real,
        double[] falls,
        List<Integer> byEnd,
        int[] places) {

    /** Takes a moment for many paths: call it in the background. */
    static Shown of(PathSet paths, double[] realReturns) {
        double[][] prices = paths.prices();
        List<Integer> byEnd = byEnd(prices);
        return new Shown(
                paths,
                paths.returns(),
                prices,
                FanBands.of(prices),
                realPath(paths, realReturns),
                Arrays.stream(prices).mapToDouble(Shown::fall).toArray(),
                byEnd,
                places(byEnd));
    }

    private static List<Integer> byEnd(double[][] prices) {
        return IntStream.range(0, prices.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> prices[i][prices[i].length - 1]))
                .toList();
    }

    private static int[] places(List<Integer> byEnd) {
        int[] places = new int[byEnd.size()];
        for (int i = 0; i < places.length; i++) {
            places[byEnd.get(i)] = i;
        }
        return places;
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

    /** The path that lies nearest to a price at a step; −1 for a step that none has. */
    int nearest(double step, double price) {
        int t = (int) Math.round(step);
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < prices.length; i++) {
            double away = t >= 0 && t < prices[i].length ? Math.abs(prices[i][t] - price) : Double.NaN;
            if (away < least) {
                least = away;
                nearest = i;
            }
        }
        return nearest;
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

    /**
     * Columns path, step, return, price, then the other series or what else a bar has; paths and steps count from 1, the return
     * is the daily log return. The price is headed by its series' name where that is known, by {@code close} where it is a bar's.
     */
    void csv(Writer out) throws IOException {
        String price = heading();
        List<PathSet.Column> others = paths.others().stream()
                .filter(column -> !column.name().equals(price))
                .toList();
        out.write("path,step,return," + Csv.text(price));
        for (PathSet.Column column : others) {
            out.write("," + Csv.text(column.name()));
        }
        out.write("\n");
        for (int i = 0; i < returns.length; i++) {
            csv(out, i, others);
        }
    }

    private String heading() {
        boolean bars = paths.other("open").isPresent() && paths.other("close").isPresent();
        if (bars) {
            return "close";
        }
        return paths.series().isEmpty() ? "price" : paths.series();
    }

    private void csv(Writer out, int path, List<PathSet.Column> others) throws IOException {
        double[][] levels = others.stream().map(column -> column.levels(path)).toArray(double[][]::new);
        for (int t = 0; t < returns[path].length; t++) {
            out.write((path + 1) + "," + (t + 1) + "," + Csv.number(returns[path][t]) + ","
                    + Csv.number(prices[path][t + 1]));
            for (double[] of : levels) {
                out.write("," + Csv.number(of[t + 1]));
            }
            out.write("\n");
        }
    }
}
