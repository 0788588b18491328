package io.riskloom.engine.djl;

import io.riskloom.engine.feature.BarCode;
import io.riskloom.engine.feature.Bars;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Paths of bars of any length, a window behind the other, each from the context that follows on the one before. Prices and
 * volumes come in the file's steps.
 */
final class BarPaths {
    private static final List<String> NAMES = List.of("open", "high", "low", "close", "volume");

    private final BarSampler sampler;
    private final BarScale scale;
    private final BarContexts contexts;
    private final PathRequest request;
    private final int window;
    private final double[][][] levels;

    BarPaths(BarSampler sampler, BarScale scale, BarContexts contexts, PathRequest request) {
        this.sampler = sampler;
        this.scale = scale;
        this.contexts = contexts;
        this.request = request;
        this.window = sampler.size().shape().days();
        int columns = sampler.size().shape().volume() ? NAMES.size() : NAMES.size() - 1;
        this.levels = new double[columns][request.paths()][request.length() + 1];
    }

    /** @param series name of the series */
    PathSet drawn(String series) {
        for (int from = 0; from < request.paths(); from += PathRequest.BLOCK) {
            block(from, Math.min(PathRequest.BLOCK, request.paths() - from));
        }
        double[][] close = levels[NAMES.indexOf("close")];
        double[][] returns = new double[request.paths()][request.length()];
        for (int i = 0; i < returns.length; i++) {
            for (int t = 0; t < returns[i].length; t++) {
                returns[i][t] = Math.log(close[i][t + 1] / close[i][t]);
            }
        }
        List<PathSet.Column> columns = IntStream.range(0, levels.length)
                .mapToObj(c -> new PathSet.Column(NAMES.get(c), levels[c]))
                .toList();
        return new PathSet(series, returns, close[0][0], columns);
    }

    private void block(int from, int paths) {
        long seed = Torch.mix(request.seed(), request.first() + from);
        Torch.seed(Torch.mix(seed, 5));
        SplittableRandom random = new SplittableRandom(Torch.mix(seed, 6));
        double[][] now = new double[paths][];
        boolean today = request.start() == PathRequest.Start.TODAY;
        float[] rows = null;
        if (sampler.making() && !today) {
            rows = sampler.draw(paths);
            float[] made = rows;
            Arrays.setAll(now, i -> scale.context(made, i * row()));
        } else {
            Arrays.setAll(now, i -> today ? contexts.today(random) : contexts.any(random));
        }
        for (int i = 0; i < paths; i++) {
            begin(from + i, now[i]);
        }
        for (int day = 0; day < request.length(); day += window) {
            sampler.network().checkCancelled();
            if (rows == null) {
                rows = sampler.rows(Arrays.stream(now).map(scale::standard).toArray(float[][]::new));
            }
            for (int i = 0; i < paths; i++) {
                Bars bars = scale.code(rows, i * row(), window, now[i]).decode();
                write(from + i, day, bars);
                now[i] = contexts.next(now[i], Math.log(bars.close()[window - 1]), random);
            }
            rows = null;
        }
    }

    private int row() {
        return sampler.size().shape().row();
    }

    /** Before the first day stands the close before it, and the mean volume of the first window. */
    private void begin(int path, double... context) {
        for (int c = 0; c < levels.length; c++) {
            levels[c][path][0] = c == NAMES.indexOf("volume")
                    ? scale.ticks().volume(Math.exp(context[BarCode.TRADED]))
                    : scale.ticks().price(Math.exp(context[BarCode.PLACE]));
        }
    }

    private void write(int path, int day, Bars bars) {
        int days = Math.min(window, request.length() - day);
        double[][] prices = {bars.open(), bars.high(), bars.low(), bars.close()};
        for (int t = 0; t < days; t++) {
            for (int c = 0; c < prices.length; c++) {
                levels[c][path][day + t + 1] = scale.ticks().price(prices[c][t]);
            }
            if (bars.hasVolume()) {
                levels[prices.length][path][day + t + 1] = scale.ticks().volume(bars.volume()[t]);
            }
        }
    }
}
