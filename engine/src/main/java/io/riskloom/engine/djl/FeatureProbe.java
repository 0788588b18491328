package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.util.Pair;
import io.riskloom.engine.model.FeatureMaps;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks into a network over pictures while it answers: what each part with weights makes of the picture as long as it
 * gives maps (a {@link ResNet}'s stem and stages, a {@link Cnn}'s convolutions), and the class-activation map
 * Σ_k w_k A_k, where A_k are a part's maps and w_k the mean gradient of the logit over map k (Grad-CAM without its
 * rectifier, Selvaraju et al. 2017). On the last stage of a ResNet this is the map of Zhou et al. 2016, dense weights
 * times maps, up to a constant. Small pictures leave one cell there, which could only colour everything alike, so the
 * map is taken from the deepest such part with at least {@value #CELLS} cells a side, or from the first.
 */
final class FeatureProbe {
    static final int CELLS = 4;

    private FeatureProbe() {}

    /** @param activation the picture's rows and columns, in [0, 1], 0 everywhere where the map is constant */
    record Seen(List<FeatureMaps.Layer> layers, double[][] activation, double logit) {}

    static Seen look(Network network, float[] pixels, int rows, int columns) {
        List<FeatureMaps.Layer> layers = new ArrayList<>();
        List<Block> after = new ArrayList<>();
        NDArray chosen = null;
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray x = scratch.create(pixels, new Shape(1, 1, rows, columns));
            for (Pair<String, Block> child : network.block().getChildren()) {
                String name = Names.plain(child.getKey());
                x = network.forward(child.getValue(), x, false);
                after.add(child.getValue());
                if (x.getShape().dimension() == 4
                        && !child.getValue().getParameters().isEmpty()) {
                    layers.add(layer(name, x));
                    if (chosen == null
                            || Math.min(x.getShape().get(2), x.getShape().get(3)) >= CELLS) {
                        chosen = x;
                        after.clear();
                    }
                }
            }
            double logit = last(x).getFloat();
            return new Seen(layers, activation(network, chosen, after, rows, columns), logit);
        }
    }

    private static FeatureMaps.Layer layer(String name, NDArray maps) {
        Shape shape = maps.getShape();
        return new FeatureMaps.Layer(
                name, (int) shape.get(1), (int) shape.get(2), (int) shape.get(3), maps.toFloatArray());
    }

    /** The gradient of an inner array can be had only where the array is a leaf: the network is cut there. */
    private static double[][] activation(Network network, NDArray maps, List<Block> tail, int height, int width) {
        NDArray leaf = maps.stopGradient();
        leaf.attach(maps.getManager());
        leaf.setRequiresGradient(true);
        try (GradientCollector collector = Torch.engine().newGradientCollector()) {
            NDArray x = leaf;
            for (Block block : tail) {
                x = network.forward(block, x, false);
            }
            collector.backward(last(x));
        }
        NDArray gradient = leaf.getGradient();
        gradient.attach(maps.getManager());
        NDArray weights = gradient.mean(new int[] {3}, true).mean(new int[] {2}, true);
        NDArray map = leaf.stopGradient().mul(weights).sum(new int[] {1});
        int rows = (int) map.getShape().get(1);
        int columns = (int) map.getShape().get(2);
        float[] cells = map.toFloatArray();
        double[][] small = new double[rows][columns];
        for (int i = 0; i < cells.length; i++) {
            small[i / columns][i % columns] = cells[i];
        }
        return unit(Bilinear.scale(small, height, width));
    }

    /** The logit of up, which comes last, as an array. */
    private static NDArray last(NDArray logits) {
        return logits.get(0).get(-1);
    }

    private static double[][] unit(double[][] map) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : map) {
            for (double value : row) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        for (double[] row : map) {
            for (int j = 0; j < row.length; j++) {
                row[j] = high > low ? (row[j] - low) / (high - low) : 0;
            }
        }
        return map;
    }
}
