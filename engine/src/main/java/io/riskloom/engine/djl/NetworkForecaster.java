package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Forecaster;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A trained network over windows that forecasts prices with conformal bands. */
final class NetworkForecaster implements Forecaster {
    private final Network network;
    private final ForecastModel model;

    NetworkForecaster(Network network, ForecastModel model) {
        this.network = network;
        this.model = model;
    }

    @Override
    public Forecast forecast(PriceHistory history, int from, int to) throws NoticeException {
        RunFolder.checkOrigins(from, to, model.window(), history.size());
        Torch.enter(Torch.Load.SMALL);
        ForecastWindows windows =
                ForecastWindows.of(history, model.window(), model.horizon(), model.features(), model.inputs());
        int[] origins = IntStream.range(from, to).toArray();
        return ForecastMatrix.prices(history, origins, forecast(network, windows, origins, model));
    }

    /** With the model's bands. */
    static ReturnForecast forecast(Network network, ForecastWindows windows, int[] origins, ForecastModel model) {
        return model.around(answers(network, windows, origins, model), sigma(windows, origins));
    }

    /** Volatility that was known at each origin. */
    static double[] sigma(ForecastWindows windows, int[] origins) {
        double[] close = new double[windows.lastOrigin() + 1];
        Arrays.setAll(close, windows::close);
        return Conformal.sigma(close, origins, ForecastModel.volatilityDays(windows.window()));
    }

    /** Cumulative log returns, levels × origins × steps: the forecast, or the median and the other quantiles. */
    static double[][][] answers(Network network, ForecastWindows windows, int[] origins, ForecastModel model) {
        Shape shape = shape(windows);
        int size = (int) shape.size();
        float[] inputs = new float[origins.length * size];
        for (int i = 0; i < origins.length; i++) {
            System.arraycopy(windows.of(origins[i]), 0, inputs, i * size, size);
        }
        float[] answers = network.predict(inputs, shape);
        int steps = model.horizon();
        int levels = origins.length == 0 ? 1 : answers.length / (origins.length * steps);
        double[][][] returns = new double[levels][origins.length][steps];
        for (int i = 0; i < origins.length; i++) {
            for (int level = 0; level < levels; level++) {
                for (int s = 0; s < steps; s++) {
                    returns[level][i][s] = answers[(i * levels + level) * steps + s];
                }
                returns[level][i] = model.targets().invert(returns[level][i]);
            }
        }
        return returns;
    }

    static Shape shape(ForecastWindows windows) {
        return Network.shapeOf(windows);
    }

    @Override
    public int window() {
        return model.window() + 1;
    }

    @Override
    public void close() {
        network.close();
    }
}
