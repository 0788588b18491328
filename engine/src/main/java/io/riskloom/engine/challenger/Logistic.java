package io.riskloom.engine.challenger;

import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Logistic regression, P(bad) = 1 / (1 + exp(−(w·x + b))), trained by Tribuo. Put in standardised numbers and one-hot
 * categories. Copied in and out.
 *
 * @param weights one an input
 * @param bias    b
 */
public record Logistic(double[] weights, double bias) {

    private static final String BAD = "bad";
    private static final String GOOD = "good";
    /** Ridge penalty λ: the loss is Σ log loss + (λ/2)‖w‖², C = 1/λ = 0.1 in scikit-learn's words. */
    static final double PENALTY = 10;

    private static final double RATE = 0.05;
    private static final int MOST_PASSES = 60;
    private static final int LEAST_PASSES = 10;
    private static final int STEPS = 200_000;
    private static final int LEAST_STEPS = 20_000;

    public Logistic {
        weights = weights.clone();
    }

    /**
     * Minimises Σ log loss + (10/2)‖w‖² by AdaGrad, one case a step, over 10 to 60 passes (more for
     * fewer than 333 cases) in an order drawn from the seed; the same seed gives the same weights. Probabilities lie
     * within a few hundredths of the exact minimum's.
     *
     * @param x   training cases × inputs, finite
     * @param bad one a case, both classes present
     */
    public static Logistic fit(float[][] x, boolean[] bad, long seed) {
        if (x.length == 0 || x.length != bad.length) {
            throw new IllegalArgumentException(x.length + " cases and " + bad.length + " labels");
        }
        boolean first = bad[0];
        if (IntStream.range(1, bad.length).allMatch(i -> bad[i] == first)) {
            throw new IllegalArgumentException("all cases are of one class");
        }
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("training rows", factory), factory);
        String[] names =
                IntStream.range(0, x[0].length).mapToObj("x%06d"::formatted).toArray(String[]::new);
        for (int i = 0; i < x.length; i++) {
            data.add(example(x[i], names, new Label(bad[i] ? BAD : GOOD)));
        }
        int passes = Math.max(LEAST_STEPS / x.length, Math.clamp(STEPS / x.length, LEAST_PASSES, MOST_PASSES));
        LinearSGDTrainer trainer = new LinearSGDTrainer(new LogMulticlass(), optimiser(x.length), passes, -1, 1, seed);
        return of(trainer.train(data), names);
    }

    /** Both classes have weights in Tribuo, w/2 and −w/2: twice the penalty on each is the one meant for w. */
    private static Ridge optimiser(int cases) {
        return new Ridge(new AdaGrad(RATE, 0.1), 2 * PENALTY / cases);
    }

    private static Example<Label> example(float[] row, String[] names, Label label) {
        double[] all = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            all[j] = row[j];
        }
        return new ArrayExample<>(label, names, all);
    }

    private static Logistic of(LinearSGDModel model, String[] names) {
        DenseMatrix matrix = model.getWeightsCopy();
        int bad = model.getOutputIDInfo().getID(new Label(BAD));
        int good = model.getOutputIDInfo().getID(new Label(GOOD));
        double[] weights = new double[names.length];
        for (int j = 0; j < names.length; j++) {
            int id = model.getFeatureIDMap().getID(names[j]);
            weights[j] = matrix.get(bad, id) - matrix.get(good, id);
        }
        return new Logistic(weights, matrix.get(bad, names.length) - matrix.get(good, names.length));
    }

    /** P(bad) of each case, cases × inputs in. */
    public double[] probability(float[][] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (x[i].length != weights.length) {
                throw new IllegalArgumentException(x[i].length + " inputs, expected " + weights.length);
            }
            double sum = bias;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * x[i][j];
            }
            out[i] = 1 / (1 + Math.exp(-sum));
        }
        return out;
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }
}
