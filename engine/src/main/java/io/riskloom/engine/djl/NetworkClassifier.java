package io.riskloom.engine.djl;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.feature.WindowInputs;
import io.riskloom.engine.inside.Inside;
import io.riskloom.engine.inside.Inspectable;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.FeatureMaps;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A trained network that tells directions apart. */
final class NetworkClassifier implements Classifier, Inspectable {
    private final ClassifySpec spec;
    private final Network network;
    private final ClassifyModel model;
    private final WeightStages weights;
    private final LastInside<PriceHistory> inside = new LastInside<>();

    /** @param weights of these stages; closed with this */
    NetworkClassifier(ClassifySpec spec, Network network, ClassifyModel model, WeightStages weights) {
        this.spec = spec;
        this.network = network;
        this.model = model;
        this.weights = weights;
    }

    static Torch.Load load(ClassifySpec spec) {
        return spec.seesImages() ? Torch.Load.LARGE : Torch.Load.SMALL;
    }

    @Override
    public double[] probabilityUp(PriceHistory history, int from, int to) throws NoticeException {
        return Arrays.stream(probabilities(history, from, to))
                .mapToDouble(row -> row[row.length - 1])
                .toArray();
    }

    @Override
    public double[][] probabilities(PriceHistory history, int from, int to) throws NoticeException {
        RunFolder.checkOrigins(from, to, window() - 1, history.size());
        Torch.enter(load(spec));
        return probabilities(
                network, windows(history), IntStream.range(from, to).toArray(), model.shift());
    }

    /**
     * Origins × classes.
     *
     * @param shift added to the network's numbers: one for two classes, else one a class
     */
    static double[][] probabilities(Network network, WindowInputs windows, int[] origins, double[] shift) {
        float[] numbers = network.predict(windows, origins);
        double[][] probabilities = new double[origins.length][];
        for (int i = 0; i < origins.length; i++) {
            probabilities[i] = probabilities(numbers, i, shift);
        }
        return probabilities;
    }

    /** Of one row of answers. */
    static double[] probabilities(float[] numbers, int row, double[] shift) {
        double[] logits = new double[shift.length];
        for (int c = 0; c < shift.length; c++) {
            logits[c] = numbers[row * shift.length + c] + shift[c];
        }
        return probabilities(logits);
    }

    /** Of one logit (down, up), or the softmax of several. */
    private static double[] probabilities(double[] logits) {
        if (logits.length == 1) {
            double up = Losses.sigmoid(logits[0]);
            return new double[] {1 - up, up};
        }
        double largest = Arrays.stream(logits).max().orElseThrow();
        double[] shares = Arrays.stream(logits).map(z -> Math.exp(z - largest)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** @throws NoticeException also {@code run.error.noMaps} (model) for a network over days */
    @Override
    public FeatureMaps featureMaps(PriceHistory history, int origin) throws NoticeException {
        if (!spec.seesImages()) {
            throw new NoticeException(Notice.of("run.error.noMaps", spec.model()));
        }
        RunFolder.checkOrigins(origin, origin + 1, window() - 1, history.size());
        Torch.enter(load(spec));
        WindowImages images = WindowImages.of(history, spec.window(), spec.imageSize(), spec.encoding());
        FeatureProbe.Seen seen = FeatureProbe.look(network, images.of(origin), images.shape()[1], images.shape()[2]);
        double[] up = probabilities(network, images, new int[] {origin}, model.shift())[0];
        return new FeatureMaps(
                history.dates().subList(origin - spec.window() + 1, origin + 1),
                images.closes(origin),
                images.image(origin),
                seen.layers(),
                seen.activation(),
                up[up.length - 1]);
    }

    private WindowInputs windows(PriceHistory history) throws NoticeException {
        if (spec.seesImages()) {
            return WindowImages.of(history, spec.window(), spec.imageSize(), spec.encoding());
        }
        SeriesScale scale = model.scale(history.symbol());
        return ForecastWindows.of(history, spec.window(), model.features(), scale.inputs());
    }

    @Override
    public Inside inside(PriceHistory history) throws NoticeException {
        DirectionTelling telling = new DirectionTelling(model.shift());
        return inside.of(
                history,
                () -> new NetworkInside(
                        new WindowPlaces(spec, history, windows(history), telling, weights), load(spec)));
    }

    @Override
    public Inside inside(CreditBook book) throws NoticeException {
        throw new NoticeException(Notice.of("inside.error.prices", spec.model()));
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
