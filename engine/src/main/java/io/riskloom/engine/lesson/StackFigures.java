package io.riskloom.engine.lesson;

/**
 * One stack after some steps.
 *
 * @param first      steps that were made before the first of {@code losses}: those of the frames before it
 * @param losses     mean cross-entropy of each step's batch since the frame before, before its weights moved
 * @param accuracy   share of the checked windows that it gets right, mean of the wild and of the calm ones, so that answering always
 *                   the same gives ½
 * @param gradients  Euclidean norm of the loss's gradient with respect to each convolution's weights, first to last layer, of the
 *                   last step
 * @param spreads    standard deviation of each layer's answers after the activation over the last step's batch, first to last
 * @param parameters weights and biases
 * @param broken     whether its loss ceased to be finite: it stands still from then on
 */
public record StackFigures(
        int first,
        double[] losses,
        double accuracy,
        double[] gradients,
        double[] spreads,
        long parameters,
        boolean broken) {}
