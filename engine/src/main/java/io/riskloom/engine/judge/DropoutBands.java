package io.riskloom.engine.judge;

import io.riskloom.engine.feature.Span;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Monte-Carlo dropout (Gal &amp; Ghahramani 2016): the forecast is the mean of the passes, its band mean ± z·√(v + n·scale²)
 * with the variance v of the passes, which is what the network does not know, and the noise n that no network could know. n is
 * the mean of (error² − v) / scale² on the calibration origins, at least 0, so that what v says already is not counted twice.
 * Normal: tails are not learnt.
 *
 * @param noise n, one a step
 */
public record DropoutBands(double[] noise) implements Bands {

    /** Origins asked for at once: the answers of all passes for all origins may not fit into memory. */
    private static final int CHUNK = 64;

    private record Passes(double[][] mean, double[][] variance) {}

    static DropoutBands fit(Outlook outlook, Span calibration) {
        int[] origins = calibration.days();
        Passes passes = passes(outlook, origins);
        double[] noise = new double[outlook.target().steps().length];
        for (int i = 0; i < origins.length; i++) {
            double[] label = outlook.target().label(origins[i]);
            double scale = outlook.target().scale(origins[i]);
            for (int s = 0; s < noise.length; s++) {
                double error = label[s] - passes.mean()[i][s];
                noise[s] += (error * error - passes.variance()[i][s]) / (scale * scale) / origins.length;
            }
        }
        return new DropoutBands(Arrays.stream(noise).map(n -> Math.max(0, n)).toArray());
    }

    @Override
    public boolean anyLevel() {
        return true;
    }

    @Override
    public Fan fan(Outlook outlook, int[] origins, double... levels) {
        Passes passes = passes(outlook, origins);
        double[][][] low = new double[levels.length][origins.length][noise.length];
        double[][][] high = new double[levels.length][origins.length][noise.length];
        for (int l = 0; l < levels.length; l++) {
            double z = new NormalDistribution().inverseCumulativeProbability((1 + levels[l]) / 2);
            for (int i = 0; i < origins.length; i++) {
                double scale = outlook.target().scale(origins[i]);
                for (int s = 0; s < noise.length; s++) {
                    double half = z * Math.sqrt(passes.variance()[i][s] + noise[s] * scale * scale);
                    low[l][i][s] = passes.mean()[i][s] - half;
                    high[l][i][s] = passes.mean()[i][s] + half;
                }
            }
        }
        return new Fan(passes.mean(), levels.clone(), low, high);
    }

    /** Mean and variance (divisor n − 1) over the passes. */
    private static Passes passes(Outlook outlook, int[] origins) {
        double[][] mean = new double[origins.length][];
        double[][] variance = new double[origins.length][];
        for (int from = 0; from < origins.length; from += CHUNK) {
            int[] part = Arrays.copyOfRange(origins, from, Math.min(origins.length, from + CHUNK));
            double[][][] answers = outlook.predictor().answers(part);
            if (answers.length < 2) {
                throw new IllegalArgumentException("bands of dropout need at least 2 passes, not " + answers.length);
            }
            for (int i = 0; i < part.length; i++) {
                mean[from + i] = mean(answers, i);
                variance[from + i] = variance(answers, i, mean[from + i]);
            }
        }
        return new Passes(mean, variance);
    }

    private static double[] mean(double[][][] passes, int origin) {
        double[] mean = new double[passes[0][origin].length];
        for (double[][] pass : passes) {
            for (int s = 0; s < mean.length; s++) {
                mean[s] += pass[origin][s] / passes.length;
            }
        }
        return mean;
    }

    private static double[] variance(double[][][] passes, int origin, double[] mean) {
        double[] variance = new double[mean.length];
        for (double[][] pass : passes) {
            for (int s = 0; s < mean.length; s++) {
                double gap = pass[origin][s] - mean[s];
                variance[s] += gap * gap / (passes.length - 1);
            }
        }
        return variance;
    }
}
