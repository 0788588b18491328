package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** Losses as means over a batch. */
final class Losses {
    private Losses() {}

    /** Huber's loss with threshold 1: ½d² where |d| ≤ 1, else |d| − ½. */
    static NDArray huber(NDArray prediction, NDArray target) {
        NDArray distance = prediction.sub(target).abs();
        NDArray small = Recorded.atMost(distance, 1);
        // ½s² + (d − s) is ½d² below the threshold and d − ½ above it
        return Recorded.times(small.square(), 0.5).add(distance.sub(small)).mean();
    }

    /** {@code huber}, {@code mse}, {@code mae} or {@code pinball}. */
    static Supervised.Loss named(String loss) {
        return switch (loss) {
            case "huber" -> Losses::huber;
            case "mse" ->
                (prediction, target) -> prediction.sub(target).square().mean();
            case "mae" -> (prediction, target) -> prediction.sub(target).abs().mean();
            case "pinball" -> Pinball::loss;
            default -> throw new IllegalArgumentException("no loss " + loss);
        };
    }

    /**
     * Cross-entropy of a logit: {@code none} leaves the samples' weights alone, {@code balanced} makes both classes
     * count the same and keeps the mean weight 1.
     *
     * @param share of the training samples with target 1
     */
    static Supervised.Loss binary(String classWeights, double share) {
        return switch (classWeights) {
            case "none" -> Losses::binary;
            case "balanced" -> (logit, target) -> weighted(logit, target, 0.5 / share, 0.5 / (1 - share));
            default -> throw new IllegalArgumentException("no class weights " + classWeights);
        };
    }

    /** −y·log p − (1 − y)·log(1 − p) from the logit, as softplus(z) − y·z. */
    static NDArray binary(NDArray logit, NDArray target) {
        return logit.getNDArrayInternal().softPlus().sub(logit.mul(target)).mean();
    }

    /**
     * As {@link #binary}, with the two classes' samples weighted.
     *
     * @param one  weight of the samples with target 1
     * @param zero weight of the others
     */
    static NDArray weighted(NDArray logit, NDArray target, double one, double zero) {
        NDArray weight = target.mul((float) (one - zero)).add((float) zero);
        return logit.getNDArrayInternal()
                .softPlus()
                .sub(logit.mul(target))
                .mul(weight)
                .mean();
    }

    /**
     * Cross-entropy of one logit a class: {@code none} leaves the samples' weights alone, {@code balanced} makes all classes
     * count the same and keeps the mean weight 1.
     *
     * @param shares of the training samples in each class, in the order of the logits
     */
    static Supervised.Loss classes(String classWeights, double... shares) {
        float[] weights = new float[shares.length];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = switch (classWeights) {
                case "none" -> 1;
                case "balanced" -> (float) (1 / (shares.length * shares[c]));
                default -> throw new IllegalArgumentException("no class weights " + classWeights);
            };
        }
        return (logits, target) -> crossEntropy(logits, target, weights);
    }

    /**
     * −w_y·log softmax(z)_y as a mean over the rows, not over their weights as PyTorch takes it.
     *
     * @param logits  rows × classes
     * @param target  rows × 1, the number of each row's class, from 0
     * @param weights one a class
     */
    static NDArray crossEntropy(NDArray logits, NDArray target, float[] weights) {
        NDManager manager = target.getManager();
        NDArray classes = manager.arange(0f, weights.length, 1f).reshape(1, weights.length);
        NDArray chosen = target.eq(classes).toType(DataType.FLOAT32, false);
        NDArray weighted = chosen.mul(manager.create(weights, classes.getShape()));
        return logits.logSoftmax(1).mul(weighted).sum(new int[] {1}).neg().mean();
    }

    /** log(1 + exp(x)) as a mean. */
    static NDArray softplusMean(NDArray x) {
        return x.getNDArrayInternal().softPlus().mean();
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
