package io.riskloom.engine.challenger;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Gradient-boosted trees that tell two kinds of rows apart: 120 trees of 31 leaves at most, each on
 * 80 % of the rows and half of the inputs. */
public final class TreeJudge {
    private static final int ROUNDS = 120;

    private TreeJudge() {}

    /**
     * Mean of the shares of both kinds' rows that are told right.
     *
     * @param one        rows of the one kind to learn from
     * @param other      rows of the other kind
     * @param heldOne    rows of the one kind to be told, none of which was learnt from
     * @param heldOther  rows of the other kind
     * @throws NoticeException {@code run.warning.noTrees} or {@code run.warning.treesFailed} (key of a name, cause)
     */
    public static double accuracy(float[][] one, float[][] other, float[][] heldOne, float[][] heldOther, long seed)
            throws NoticeException {
        int width = one[0].length;
        float[] labels = new float[one.length + other.length];
        for (int i = 0; i < one.length; i++) {
            labels[i] = 1;
        }
        Map<String, Object> settings = new HashMap<>(Map.of(
                "objective",
                "binary:logistic",
                "grow_policy",
                "lossguide",
                "max_depth",
                0,
                "max_leaves",
                31,
                "learning_rate",
                0.1,
                "subsample",
                0.8,
                "colsample_bytree",
                0.5,
                "tree_method",
                "hist"));
        settings.put("seed", (int) (seed & Integer.MAX_VALUE));
        settings.put("nthread", 1);
        settings.put("verbosity", 0);
        try {
            byte[] trees = Trees.grown(flat(width, one, other), labels, width, settings, ROUNDS);
            double[] answers =
                    Trees.answered(trees, flat(width, heldOne, heldOther), heldOne.length + heldOther.length, width);
            return (share(answers, 0, heldOne.length, true) + share(answers, heldOne.length, heldOther.length, false))
                    / 2;
        } catch (XGBoostError | IOException e) {
            throw new NoticeException(Notice.of("run.warning.treesFailed", "challenger.boosting", Trees.cause(e)), e);
        } catch (LinkageError e) {
            throw new NoticeException(Notice.of("run.warning.noTrees", "challenger.boosting", Trees.cause(e)), e);
        }
    }

    private static double share(double[] answers, int from, int count, boolean first) {
        int right = 0;
        for (int i = from; i < from + count; i++) {
            right += answers[i] > 0.5 == first ? 1 : 0;
        }
        return (double) right / count;
    }

    private static float[] flat(int width, float[][] first, float[][] second) {
        float[] flat = new float[(first.length + second.length) * width];
        int to = 0;
        for (float[][] rows : new float[][][] {first, second}) {
            for (float[] row : rows) {
                System.arraycopy(row, 0, flat, to, width);
                to += width;
            }
        }
        return flat;
    }
}
