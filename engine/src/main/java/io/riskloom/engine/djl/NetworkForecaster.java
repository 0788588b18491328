package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.judge.Outlook;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A trained network with its bands. */
final class NetworkForecaster implements Forecaster {
    private final ForecastSpec spec;
    private final Network network;
    private final ForecastModel model;

    NetworkForecaster(ForecastSpec spec, Network network, ForecastModel model) {
        this.spec = spec;
        this.network = network;
        this.model = model;
    }

    @Override
    public Forecast forecast(PriceHistory history, int from, int to) throws NoticeException {
        RunFolder.checkOrigins(from, to, window() - 1, history.size());
        Torch.enter(load(spec));
        SeriesView view = SeriesView.known(spec, history, model.features(), model.scale(history.symbol()));
        Outlook outlook = ForecastNetwork.outlook(spec, network, view);
        return outlook.forecast(model.intervals(), IntStream.range(from, to).toArray());
    }

    static Torch.Load load(ForecastSpec spec) {
        return spec.seesImages() ? Torch.Load.LARGE : Torch.Load.SMALL;
    }

    /** The first day of a window over days has a return, and with it a day before. */
    @Override
    public int window() {
        return spec.seesImages() ? spec.window() : spec.window() + 1;
    }

    @Override
    public void cancelWhen(BooleanSupplier asked) {
        network.cancelWhen(asked);
    }

    @Override
    public void close() {
        network.close();
    }
}
