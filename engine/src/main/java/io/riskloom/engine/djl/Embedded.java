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
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import java.util.Arrays;

/**
 * Some inputs of a row as they are, and beside them one vector a category: the row of a table that its level has, all zeros
 * for a row without one. All categories share one table, which is quicker than a table each. Written as a product with the
 * levels' inputs (0 or 1), so that it has a slope with respect to them.
 */
final class Embedded extends AbstractBlock {
    /** Standard deviation of a table's first numbers. */
    static final float SPREAD = 0.3f;

    private final int[] plain;
    private final int[][] categories;
    private final int width;
    private final Parameter table;
    private final int[] levels;
    private NDIndex plainInputs;
    private NDIndex levelInputs;
    private NDArray ownColumns;

    /**
     * @param plain      inputs that go through
     * @param categories inputs of each category's levels
     * @param width      of a category's vector
     */
    Embedded(int[] plain, int[][] categories, int width) {
        if (plain.length + categories.length == 0) {
            throw new IllegalArgumentException("no input to embed");
        }
        this.plain = plain.clone();
        this.categories = categories.clone();
        this.width = width;
        this.levels = Arrays.stream(categories).flatMapToInt(Arrays::stream).toArray();
        this.table = categories.length == 0
                ? null
                : addParameter(Parameter.builder()
                        .setName("table")
                        .setType(Parameter.Type.WEIGHT)
                        .optShape(new Shape(levels.length, width))
                        .optInitializer(new NormalInitializer(SPREAD))
                        .build());
    }

    /** Of the answers of one row. */
    int size() {
        return plain.length + categories.length * width;
    }

    /** Products that a row takes: each level's input with each number that comes out for a category. */
    long products() {
        return (long) levels.length * categories.length * width;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        if (table == null) {
            return new NDList(x.get(plainInputs));
        }
        NDArray vectors = store.getValue(table, x.getDevice(), training).tile(new long[] {1, categories.length});
        vectors.attach(x.getManager()); // not the table's, which outlives the step
        NDArray embedded = x.get(levelInputs).matMul(vectors.mul(ownColumns));
        return new NDList(plain.length == 0 ? embedded : NDArrays.concat(new NDList(x.get(plainInputs), embedded), 1));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), size())};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        if (plain.length > 0) {
            plainInputs = columns(manager, plain);
        }
        if (table == null) {
            return;
        }
        levelInputs = columns(manager, levels);
        float[] own = new float[levels.length * categories.length * width];
        int row = 0;
        for (int c = 0; c < categories.length; c++) {
            for (int level = 0; level < categories[c].length; level++, row++) {
                int from = (row * categories.length + c) * width;
                Arrays.fill(own, from, from + width, 1);
            }
        }
        ownColumns = manager.create(own, new Shape(levels.length, (long) categories.length * width));
    }

    /** Picks columns of a matrix, by numbers that live as long as the manager. */
    static NDIndex columns(NDManager manager, int[] columns) {
        long[] wide = Arrays.stream(columns).mapToLong(c -> c).toArray();
        return new NDIndex(":, {}", manager.create(wide));
    }
}
