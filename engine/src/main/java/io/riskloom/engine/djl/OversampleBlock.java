package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.riskloom.engine.djl.OversampleChoices.Choice;
import io.riskloom.engine.djl.OversampleChoices.Column;
import java.util.Arrays;
import java.util.List;

/**
 * Encoded rows from noise: two hidden layers answer with a score for each choice of each column and with a number for each
 * column that has free ones. With Gumbel noise on the scores the highest is taken, as a draw from the softmax of the scores;
 * the gradient is that of the softmax (straight-through, Jang, Gu &amp; Poole 2017).
 */
final class OversampleBlock extends AbstractBlock {
    private static final float NEVER = -1e4f;
    private static final int CHOICE = 2;

    private final OversampleChoices choices;
    private final int latent;
    private final int most;
    private final int free;
    private final Chain hidden;
    private NDIndex noise;
    private NDIndex gumbel;
    private NDIndex numbers;
    private NDIndex scores;
    /** Score of a choice that a column does not have. */
    private NDArray absent;
    /** Choices × inputs: what a choice gives by itself. */
    private NDArray given;
    /** Choices × free numbers: whether a choice has it. */
    private NDArray having;
    /** Free numbers × inputs. */
    private NDArray places;

    OversampleBlock(OversampleChoices choices, int latent, int units) {
        this.choices = choices;
        this.latent = latent;
        List<Column> columns = choices.columns();
        this.most = columns.stream()
                .mapToInt(column -> column.choices().size())
                .max()
                .orElseThrow();
        this.free = (int) columns.stream().filter(OversampleBlock::isFree).count();
        this.hidden = addChildBlock("hidden", Mlp.leaky(units, free + options()));
    }

    private static boolean isFree(Column column) {
        return column.choices().stream().anyMatch(Choice::free);
    }

    private int options() {
        return choices.columns().size() * most;
    }

    /** Numbers of noise that a row takes: normal ones, then Gumbel ones. */
    Shape noise() {
        return new Shape((long) latent + options());
    }

    /** −ln(−ln u) of uniform u. */
    NDArray noise(NDManager manager, int rows) {
        float least = 1e-6f;
        NDArray uniform = manager.randomUniform(least, 1 - least, new Shape(rows, options()));
        return manager.randomNormal(new Shape(rows, latent))
                .concat(uniform.log().neg().log().neg(), 1);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList list, boolean training, PairList<String, Object> params) {
        NDArray x = list.singletonOrThrow();
        long rows = x.getShape().get(0);
        NDArray answers = hidden.forward(store, new NDList(x.get(noise)), training, params)
                .singletonOrThrow();
        NDArray soft = answers.get(scores)
                .add(x.get(gumbel))
                .add(absent)
                .reshape(rows, choices.columns().size(), most)
                .softmax(CHOICE);
        NDArray hard = soft.eq(soft.max(new int[] {CHOICE}, true)).toType(DataType.FLOAT32, false);
        NDArray gap = hard.sub(soft).stopGradient();
        gap.attach(x.getManager());
        NDArray taken = soft.add(gap).reshape(rows, options());
        NDArray out = taken.matMul(given);
        return new NDList(
                free == 0
                        ? out
                        : out.add(taken.matMul(having).mul(answers.get(numbers)).matMul(places)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] shapes) {
        return new Shape[] {new Shape(shapes[0].get(0), choices.width())};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
        hidden.initialize(manager, type, new Shape(shapes[0].get(0), latent));
        noise = new NDIndex(":, :" + latent);
        gumbel = new NDIndex(":, " + latent + ":");
        numbers = new NDIndex(":, :" + free);
        scores = new NDIndex(":, " + free + ":");
        float[] missing = new float[options()];
        Arrays.fill(missing, NEVER);
        float[][] cells = new float[options()][choices.width()];
        float[][] has = new float[options()][free];
        float[][] place = new float[free][choices.width()];
        int number = 0;
        for (int c = 0; c < choices.columns().size(); c++) {
            Column column = choices.columns().get(c);
            for (int i = 0; i < column.choices().size(); i++) {
                Choice choice = column.choices().get(i);
                missing[c * most + i] = 0;
                System.arraycopy(choice.cells(), 0, cells[c * most + i], column.from(), choice.cells().length);
                if (choice.free()) {
                    has[c * most + i][number] = 1;
                }
            }
            if (isFree(column)) {
                place[number++][column.from()] = 1;
            }
        }
        absent = manager.create(missing, new Shape(1, missing.length));
        given = manager.create(CreditCases.flat(cells), new Shape(options(), choices.width()));
        if (free > 0) {
            having = manager.create(CreditCases.flat(has), new Shape(options(), free));
            places = manager.create(CreditCases.flat(place), new Shape(free, choices.width()));
        }
    }
}
