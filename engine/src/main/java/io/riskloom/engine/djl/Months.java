package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.Optional;

/**
 * A recurrent layer over the steps of a history that lies in a row of inputs: its state after the last step beside the mean
 * of its states, and beside them what is fixed. The levels of a step's categories enter as Σ of their vectors, from one table
 * for all steps.
 */
final class Months extends AbstractBlock {
    private static final int TIME = 1;
    private static final int FEATURES = 2;
    private static final NDIndex LAST = new NDIndex(":, -1, :");

    private final int[][] numbers;
    private final int[][] codes;
    private final int width;
    private final Parameter table;
    private final RecurrentBlock layer;
    private final Embedded fixed;
    private NDIndex numberInputs;
    private NDIndex codeInputs;

    /**
     * @param numbers steps × inputs of the row, oldest first; −1 for an input that a step lacks
     * @param codes   steps × inputs of levels, in the same manner; none where there are no categories
     * @param width   of a level's vector
     * @param fixed   what does not belong to a step, or null
     */
    Months(int[][] numbers, int[][] codes, int width, RecurrentBlock layer, Embedded fixed) {
        this.numbers = numbers.clone();
        this.codes = codes.clone();
        this.width = width;
        this.table = codes[0].length == 0
                ? null
                : addParameter(Parameter.builder()
                        .setName("codes")
                        .setType(Parameter.Type.WEIGHT)
                        .optShape(new Shape(codes[0].length, width))
                        .optInitializer(new NormalInitializer(Embedded.SPREAD))
                        .build());
        this.layer = addChildBlock("layer", layer);
        this.fixed = fixed == null ? null : addChildBlock("fixed", fixed);
    }

    RecurrentBlock layer() {
        return layer;
    }

    /** Empty where all inputs belong to steps. */
    Optional<Embedded> fixed() {
        return Optional.ofNullable(fixed);
    }

    /** Of the levels of a step's categories; empty where there are none. */
    Optional<Parameter> table() {
        return Optional.ofNullable(table);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        NDArray months = months(x, table == null ? null : store.getValue(table, x.getDevice(), training));
        // without dropout inside, training changes no answer; CUDA's layers have a slope in training only
        NDArray states = layer.forward(store, new NDList(months), true, params).head();
        NDList all = new NDList(last(states), mean(states));
        if (fixed != null) {
            all.add(fixed.forward(store, new NDList(x), training, params).singletonOrThrow());
        }
        return new NDList(NDArrays.concat(all, 1));
    }

    /**
     * What the layer reads of a batch, rows × steps × numbers.
     *
     * @param vectors of the levels, as {@link #table} holds them
     */
    NDArray months(NDArray x, NDArray vectors) {
        long rows = x.getShape().get(0);
        int steps = numbers.length;
        NDArray whole = NDArrays.concat(new NDList(x, x.getManager().zeros(new Shape(rows, 1))), 1);
        NDArray months = whole.get(numberInputs).reshape(rows, steps, numbers[0].length);
        if (table == null) {
            return months;
        }
        NDArray levels = whole.get(codeInputs).reshape(rows, steps, codes[0].length);
        return NDArrays.concat(new NDList(months, levels.matMul(vectors)), FEATURES);
    }

    static NDArray last(NDArray states) {
        return states.get(LAST);
    }

    static NDArray mean(NDArray states) {
        return states.mean(new int[] {TIME});
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        long states = layer.getOutputShapes(new Shape[] {months(inputs[0])})[0].get(FEATURES);
        return new Shape[] {new Shape(inputs[0].get(0), 2 * states + (fixed == null ? 0 : fixed.size()))};
    }

    private Shape months(Shape inputs) {
        return new Shape(inputs.get(0), numbers.length, numbers[0].length + (table == null ? 0 : width));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        int absent = Math.toIntExact(inputs[0].get(1));
        numberInputs = Embedded.columns(manager, flat(numbers, absent));
        if (table != null) {
            codeInputs = Embedded.columns(manager, flat(codes, absent));
        }
        layer.initialize(manager, type, months(inputs[0]));
        if (fixed != null) {
            fixed.initialize(manager, type, inputs);
        }
    }

    private static int[] flat(int[][] steps, int absent) {
        return Arrays.stream(steps)
                .flatMapToInt(Arrays::stream)
                .map(input -> input < 0 ? absent : input)
                .toArray();
    }
}
