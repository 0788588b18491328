package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.util.Pair;

/**
 * First values of weights, as PyTorch's layers set them. Linear layers, recurrent layers and convolutions with a bias:
 * uniform in ±1/√fan, where fan is the number of inputs of an answer and the state's size of a recurrent layer, biases
 * included. Convolutions without a bias, which batch norm follows: normal with variance 2 / (filters · kernel size), He et al. 2015 counted over the outputs, as torchvision's ResNet
 * does. Batch norm starts with scale 1 and shift 0, but for the last of each residual branch, whose scale is 0: every
 * block starts as its shortcut (Goyal et al. 2017, torchvision's {@code zero_init_residual}). Spectrally normalised layers find
 * their first directions from the weights.
 */
final class Weights {
    private Weights() {}

    static void initialise(Block block, NDManager manager) {
        if (block instanceof Linear) {
            double inputs = block.getDirectParameters()
                    .get("weight")
                    .getArray()
                    .getShape()
                    .get(1);
            uniform(block, 1 / Math.sqrt(inputs), manager);
        } else if (block instanceof RecurrentBlock) {
            // the bias holds one number a gate and unit; four gates in an LSTM
            double state = block.getDirectParameters()
                    .get(1)
                    .getValue()
                    .getArray()
                    .getShape()
                    .get(1);
            uniform(block, 1 / Math.sqrt(state), manager);
        } else if (block instanceof Convolution) {
            NDArray weight = block.getDirectParameters().get("weight").getArray();
            if (block.getDirectParameters().contains("bias")) {
                double inputs = (double) weight.size() / weight.getShape().get(0);
                uniform(block, 1 / Math.sqrt(inputs), manager);
                return;
            }
            double outputs = (double) weight.size() / weight.getShape().get(1);
            try (NDManager scratch = manager.newSubManager()) {
                set(
                        weight,
                        scratch.randomNormal(
                                0, (float) Math.sqrt(2 / outputs), weight.getShape(), weight.getDataType()));
            }
        }
        for (Pair<String, Block> child : block.getChildren()) {
            initialise(child.getValue(), manager);
        }
        if (block instanceof Spectral spectral) {
            spectral.begin(manager);
        }
        if (block instanceof Residual residual) {
            residual.lastScale().ifPresent(scale -> scale.set(new float[Math.toIntExact(scale.size())]));
        }
    }

    private static void uniform(Block block, double bound, NDManager manager) {
        for (Pair<String, Parameter> own : block.getDirectParameters()) {
            NDArray weight = own.getValue().getArray();
            try (NDManager scratch = manager.newSubManager()) {
                float b = (float) bound;
                set(weight, scratch.randomUniform(-b, b, weight.getShape(), weight.getDataType()));
            }
        }
    }

    /** Sets a linear layer's weights to zero, so that an untrained network answers zero. */
    static void zero(Block linear) {
        for (Pair<String, Parameter> own : linear.getDirectParameters()) {
            NDArray weight = own.getValue().getArray();
            weight.set(new float[Math.toIntExact(weight.size())]);
        }
    }

    /** Copies values into an array that stays where it is, in its own layout; gradients untouched. */
    static void set(NDArray target, NDArray values) {
        if (!target.getShape().equals(values.getShape())) {
            throw new IllegalArgumentException(values.getShape() + " does not fit into " + target.getShape());
        }
        Ops.put(values, target); // NDArray.set would change the layout
    }
}
