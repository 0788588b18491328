package io.riskloom.engine.djl;

import ai.djl.nn.recurrent.RecurrentBlock;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditEncoder.Input;
import io.riskloom.engine.feature.CreditEncoder.Kind;
import io.riskloom.engine.feature.CreditHistory;
import io.riskloom.engine.feature.RowPicture;
import io.riskloom.engine.model.CreditSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How networks see one row of inputs.
 *
 * @param picture places on a square; null where no network sees pictures
 * @param history months; null where no network reads them
 */
record CreditLayout(CreditEncoder encoder, RowPicture picture, CreditHistory history) {
    /** Three poolings halve the picture; a pixel must be left. */
    private static final int SMALLEST_POOLED = 8;

    /** All inputs, with an embedding of every category. */
    Embedded embedded(int width) {
        return embedded(IntStream.range(0, encoder.width()).toArray(), width);
    }

    /** Levels of a category and codes of a number are embedded, all else goes through. */
    private Embedded embedded(int[] inputs, int width) {
        List<Input> all = encoder.inputs();
        Map<String, List<Integer>> categories = new LinkedHashMap<>();
        List<Integer> plain = new ArrayList<>();
        for (int input : inputs) {
            if (isLevel(all.get(input))) {
                categories
                        .computeIfAbsent(all.get(input).column(), column -> new ArrayList<>())
                        .add(input);
            } else {
                plain.add(input);
            }
        }
        return new Embedded(
                ints(plain),
                categories.values().stream().map(CreditLayout::ints).toArray(int[][]::new),
                width);
    }

    /** A category's missing cell is one of its levels. */
    private boolean isLevel(Input input) {
        return switch (input.kind()) {
            case LEVEL, OTHER, CODE -> true;
            case MISSING -> !encoder.numeric().get(input.column());
            case NUMBER, SPECIAL -> false;
        };
    }

    Pixels pixels(CreditSpec spec) {
        return new Pixels(picture.input(), size(spec), spec.noise(), spec.pixelDropout());
    }

    /** Never so small that an input is lost. */
    private int size(CreditSpec spec) {
        int wanted = Math.max(picture.side(), spec.pixels());
        return spec.model().equals("cnn") ? Math.max(SMALLEST_POOLED, wanted) : wanted;
    }

    /** @param layer reads the months */
    Months months(RecurrentBlock layer, int width) {
        List<Input> meanings = history.meanings(encoder);
        int[][] inputs = history.stepInputs(encoder);
        int[] codes = IntStream.range(0, meanings.size())
                .filter(i -> meanings.get(i).kind() == Kind.CODE)
                .toArray();
        int[] numbers = IntStream.range(0, meanings.size())
                .filter(i -> meanings.get(i).kind() != Kind.CODE)
                .toArray();
        int[] rest = history.rest(encoder);
        return new Months(
                picked(inputs, numbers),
                picked(inputs, codes),
                width,
                layer,
                rest.length == 0 ? null : embedded(rest, width));
    }

    private static int[][] picked(int[][] steps, int[] places) {
        int[][] picked = new int[steps.length][places.length];
        for (int step = 0; step < steps.length; step++) {
            for (int i = 0; i < places.length; i++) {
                picked[step][i] = steps[step][places[i]];
            }
        }
        return picked;
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(i -> i).toArray();
    }
}
