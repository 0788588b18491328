package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.FeatureMaps;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A trained network over pictures of windows. */
final class ImageClassifier implements Classifier {
    private final Network network;
    private final ClassifyModel model;

    ImageClassifier(Network network, ClassifyModel model) {
        this.network = network;
        this.model = model;
    }

    @Override
    public double[] probabilityUp(PriceHistory history, int from, int to) throws NoticeException {
        RunFolder.checkOrigins(from, to, model.window() - 1, history.size());
        Torch.enter(Torch.Load.LARGE);
        return probabilities(network, images(history), IntStream.range(from, to).toArray(), model.offset());
    }

    static double[] probabilities(Network network, WindowImages images, int[] origins, double prior) {
        double[] probabilities = new double[origins.length];
        int chunk = Network.chunk(Network.shapeOf(images));
        for (int from = 0; from < origins.length; from += chunk) {
            // the pictures of all origins together may not fit into memory
            int[] part = Arrays.copyOfRange(origins, from, Math.min(origins.length, from + chunk));
            float[] logits = network.predict(images.pixels(part), Network.shapeOf(images));
            for (int i = 0; i < logits.length; i++) {
                probabilities[from + i] = Losses.sigmoid(logits[i] + prior);
            }
        }
        return probabilities;
    }

    @Override
    public FeatureMaps featureMaps(PriceHistory history, int origin) throws NoticeException {
        RunFolder.checkOrigins(origin, origin + 1, model.window() - 1, history.size());
        Torch.enter(Torch.Load.LARGE);
        WindowImages images = images(history);
        FeatureProbe.Seen seen = FeatureProbe.look(network, images.pixels(new int[] {origin}), model.imageSize());
        return new FeatureMaps(
                history.dates().subList(origin - model.window() + 1, origin + 1),
                images.closes(origin),
                images.image(origin),
                seen.layers(),
                seen.activation(),
                Losses.sigmoid(seen.logit() + model.offset()));
    }

    private WindowImages images(PriceHistory history) {
        return new WindowImages(history, model.window(), model.imageSize(), model.encoding());
    }

    @Override
    public int window() {
        return model.window();
    }

    @Override
    public void close() {
        network.close();
    }
}
