package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trees grown by XGBoost, on one thread, so that the same rows and seed give the same trees bit for bit. They are kept as
 * bytes: native memory is held only while trees grow or answer.
 *
 * @param trees in XGBoost's own format
 */
record Trees(String name, TreeInputs inputs, byte[] trees) implements PlainCredit {

    Trees {
        trees = trees.clone();
    }

    /**
     * @param settings XGBoost's parameters
     * @param rounds   of boosting
     * @throws NoticeException {@code run.warning.noTrees} (key of the name, cause) where XGBoost's library cannot be loaded, {@code
     *     run.warning.treesFailed} (the same) where it fails
     */
    static PlainCredit grow(
            String name, CreditBook book, int[] train, Map<String, Object> settings, int rounds, long seed)
            throws NoticeException {
        TreeInputs inputs = TreeInputs.fit(book, train);
        float[] x = inputs.matrix(book, train);
        boolean[] bad = book.bad();
        float[] labels = new float[train.length];
        for (int i = 0; i < train.length; i++) {
            labels[i] = bad[train[i]] ? 1 : 0;
        }
        if (inputs.width() == 0) {
            return BaseRate.of(name, labels);
        }
        Map<String, Object> all = new HashMap<>(settings);
        all.put("seed", (int) (seed & Integer.MAX_VALUE));
        all.put("nthread", 1);
        all.put("verbosity", 0);
        all.put("tree_method", "hist");
        try {
            return new Trees(name, inputs, grown(x, labels, inputs.width(), all, rounds));
        } catch (XGBoostError e) {
            throw failed(name, e);
        } catch (LinkageError e) {
            throw new NoticeException(Notice.of("run.warning.noTrees", "challenger." + name, cause(e)), e);
        }
    }

    private static NoticeException failed(String name, Exception e) {
        return new NoticeException(Notice.of("run.warning.treesFailed", "challenger." + name, cause(e)), e);
    }

    /** The first line of what lies deepest. */
    static String cause(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }

    /** Trees from rows of so many inputs each, one after the other. */
    static byte[] grown(float[] x, float[] labels, int width, Map<String, Object> settings, int rounds)
            throws XGBoostError {
        DMatrix data = new DMatrix(x, labels.length, width, Float.NaN);
        try {
            data.setLabel(labels);
            Booster booster = XGBoost.train(data, settings, rounds, Map.of(), null, null);
            try {
                return booster.toByteArray();
            } finally {
                booster.dispose();
            }
        } finally {
            data.dispose();
        }
    }

    @Override
    public double[] probability(CreditBook book, int[] rows) throws NoticeException {
        if (rows.length == 0) {
            return new double[0];
        }
        try {
            return answered(trees, inputs.matrix(book, rows), rows.length, inputs.width());
        } catch (XGBoostError | IOException e) {
            throw failed(name, e);
        }
    }

    /** Probabilities of rows of so many inputs each, one after the other. */
    static double[] answered(byte[] trees, float[] x, int rows, int width) throws XGBoostError, IOException {
        Booster booster = XGBoost.loadModel(trees);
        try {
            booster.setParam("nthread", 1);
            DMatrix data = new DMatrix(x, rows, width, Float.NaN);
            try {
                return probabilities(booster.predict(data));
            } finally {
                data.dispose();
            }
        } finally {
            booster.dispose();
        }
    }

    private static double[] probabilities(float[][] answers) {
        double[] out = new double[answers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.clamp(answers[i][0], 0.0, 1.0);
        }
        return out;
    }

    @Override
    public byte[] trees() {
        return trees.clone();
    }
}
