package io.riskloom.engine.djl;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.inside.Inside;
import io.riskloom.engine.inside.Inspectable;
import io.riskloom.engine.judge.Outlook;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A trained network with its bands. */
final class NetworkForecaster implements Forecaster, Inspectable {
    private final ForecastSpec spec;
    private final Network network;
    private final ForecastModel model;
    private final WeightStages weights;
    private final LastInside<PriceHistory> inside = new LastInside<>();

    /** @param weights of these stages; closed with this */
    NetworkForecaster(ForecastSpec spec, Network network, ForecastModel model, WeightStages weights) {
        this.spec = spec;
        this.network = network;
        this.model = model;
        this.weights = weights;
    }

    @Override
    public Forecast forecast(PriceHistory history, int from, int to) throws NoticeException {
        RunFolder.checkOrigins(from, to, window() - 1, history.size());
        Torch.enter(load(spec));
        SeriesView view = view(history);
        Outlook outlook = ForecastNetwork.outlook(spec, network, view);
        return outlook.forecast(model.intervals(), IntStream.range(from, to).toArray());
    }

    private SeriesView view(PriceHistory history) throws NoticeException {
        return SeriesView.known(spec, history, model.features(), model.scale(history.symbol()));
    }

    @Override
    public Inside inside(PriceHistory history) throws NoticeException {
        return inside.of(history, () -> {
            SeriesView view = view(history);
            ForecastTelling telling = new ForecastTelling(view.learnt(), view.scaler());
            return new NetworkInside(new WindowPlaces(spec, history, view.windows(), telling, weights), load(spec));
        });
    }

    @Override
    public Inside inside(CreditBook book) throws NoticeException {
        throw new NoticeException(Notice.of("inside.error.prices", spec.model()));
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
        inside.close();
        weights.close();
        network.close();
    }
}
