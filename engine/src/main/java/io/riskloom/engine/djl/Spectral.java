package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A layer with its weights over their spectral norms (Miyato et al. 2018): W / σ with σ = uᵀ·W·v, where W has a row for each
 * answer and all its other axes in one. Every forward pass in training takes one step of the power iteration, v ← Wᵀu / ‖Wᵀu‖,
 * u ← Wv / ‖Wv‖, through which no gradient flows, as {@code torch.nn.utils.spectral_norm} does. u and v are part of the
 * network's state; biases stay as they are.
 */
final class Spectral extends AbstractBlock {
    /** Steps by which the first u and v are found, as many as PyTorch's parametrisation takes. */
    private static final int FIRST_STEPS = 15;

    private static final float EPSILON = 1e-12f;

    private final Block layer;
    private final Map<Parameter, Direction> directions = new LinkedHashMap<>();

    /** Estimated singular vectors of one weight, to the left and to the right, each of one column. */
    private record Direction(Parameter u, Parameter v) {}

    /** @param layer with weights of its own: linear, a convolution, or recurrent */
    Spectral(Block layer) {
        this.layer = addChildBlock("layer", layer);
    }

    /** Layers of a judge that learns by an adversarial loss: normalised for {@code hinge}, else as they are. */
    static UnaryOperator<Block> layers(String adversarialLoss) {
        return adversarialLoss.equals("hinge") ? Spectral::new : UnaryOperator.identity();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDManager manager = inputs.head().getManager();
        return layer.forward(new Normalised(store, manager), inputs, training, params);
    }

    /** Hands the layer its weights normalised, as arrays of the answer's manager. */
    private final class Normalised extends ParameterStore {
        private final ParameterStore store;
        private final NDManager answers;

        Normalised(ParameterStore store, NDManager answers) {
            this.store = store;
            this.answers = answers;
        }

        @Override
        public NDArray getValue(Parameter parameter, Device device, boolean training) {
            NDArray weight = store.getValue(parameter, device, training);
            Direction direction = directions.get(parameter);
            if (direction == null) {
                return weight;
            }
            if (training) {
                iterate(weight, direction);
            }
            try (NDManager scratch = answers.newSubManager()) {
                NDArray outer = in(scratch, direction.u().getArray())
                        .matMul(in(scratch, direction.v().getArray()).transpose())
                        .reshape(weight.getShape());
                outer.attach(answers);
                return Recorded.inverse(outer.mul(weight).sum()).mul(weight);
            }
        }
    }

    private static void iterate(NDArray weight, Direction direction) {
        try (NDManager scratch = weight.getManager().newSubManager()) {
            NDArray rows = in(scratch, weight).reshape(weight.getShape().get(0), -1);
            NDArray v = unit(rows.transpose().matMul(in(scratch, direction.u().getArray())));
            Ops.put(v, direction.v().getArray());
            Ops.put(unit(rows.matMul(v)), direction.u().getArray());
        }
    }

    /** The same numbers without a graph, in another manager. */
    private static NDArray in(NDManager manager, NDArray array) {
        NDArray plain = array.stopGradient();
        plain.attach(manager);
        return plain;
    }

    private static NDArray unit(NDArray x) {
        return x.div(x.norm().maximum(EPSILON));
    }

    /** Once the weights have their first values: directions found from random ones. */
    void begin(NDManager manager) {
        directions.forEach((parameter, direction) -> {
            try (NDManager scratch = manager.newSubManager()) {
                NDArray u = direction.u().getArray();
                Ops.put(unit(scratch.randomNormal(u.getShape())), u);
            }
            for (int i = 0; i < FIRST_STEPS; i++) {
                iterate(parameter.getArray(), direction);
            }
        });
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        layer.initialize(manager, type, inputs);
        for (Pair<String, Parameter> own : layer.getDirectParameters()) {
            Shape shape = own.getValue().getShape();
            if (shape.dimension() > 1) {
                Parameter u = column(own.getKey() + "_u", shape.get(0), manager);
                Parameter v = column(own.getKey() + "_v", shape.size() / shape.get(0), manager);
                directions.put(own.getValue(), new Direction(u, v));
            }
        }
    }

    private Parameter column(String name, long numbers, NDManager manager) {
        return addParameter(Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.OTHER)
                .optRequiresGrad(false)
                .optArray(manager.ones(new Shape(numbers, 1)))
                .build());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return layer.getOutputShapes(inputs);
    }
}
