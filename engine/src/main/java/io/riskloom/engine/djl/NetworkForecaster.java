package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Forecaster;
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
        return ForecastMatrix.prices(
                history,
                origins,
                returns(network, windows, origins, model),
                model.bands(),
                ForecastModel.volatilityDays(model.window()));
    }

    /** Cumulative log returns, origins × steps. */
    static double[][] returns(Network network, ForecastWindows windows, int[] origins, ForecastModel model) {
        Shape shape = shape(windows);
        int size = (int) shape.size();
        float[] inputs = new float[origins.length * size];
        for (int i = 0; i < origins.length; i++) {
            System.arraycopy(windows.window(origins[i]), 0, inputs, i * size, size);
        }
        float[] answers = network.predict(inputs, shape);
        double[][] returns = new double[origins.length][model.horizon()];
        for (int i = 0; i < origins.length; i++) {
            for (int s = 0; s < model.horizon(); s++) {
                returns[i][s] = answers[i * model.horizon() + s];
            }
            returns[i] = model.targets().invert(returns[i]);
        }
        return returns;
    }

    static Shape shape(ForecastWindows windows) {
        return new Shape(windows.window(), windows.featureCount());
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
