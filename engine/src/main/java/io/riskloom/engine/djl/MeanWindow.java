package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.feature.WindowInputs;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;

/**
 * The mean input over the training windows of a series. Standardised days have the mean 0. Of pictures it is the mean of {@value
 * #WINDOWS} evenly spaced windows whose last days the run's own cut of the series gives to training, of all where the series is
 * too short for that cut.
 */
final class MeanWindow {
    private static final int WINDOWS = 256;

    private MeanWindow() {}

    static float[] of(WindowInputs windows, RunSpec spec) {
        return switch (windows) {
            case ForecastWindows days -> new float[days.size()];
            case WindowImages pictures -> mean(pictures, training(pictures, spec));
        };
    }

    private static Span training(WindowImages pictures, RunSpec spec) {
        try {
            Span train = Splits.days(spec, pictures.lastOrigin() + 1).train();
            int first = Math.max(pictures.firstOrigin(), train.first());
            return train.last() < first ? all(pictures) : new Span(first, train.last());
        } catch (NoticeException e) {
            return all(pictures); // a series that was not trained on
        }
    }

    private static Span all(WindowImages pictures) {
        return new Span(pictures.firstOrigin(), pictures.lastOrigin());
    }

    private static float[] mean(WindowImages pictures, Span span) {
        int days = span.last() - span.first() + 1;
        int count = Math.min(WINDOWS, days);
        double[] sums = new double[pictures.size()];
        for (int i = 0; i < count; i++) {
            float[] picture = pictures.of(span.first() + (int) ((long) i * days / count));
            for (int p = 0; p < sums.length; p++) {
                sums[p] += picture[p];
            }
        }
        float[] mean = new float[sums.length];
        for (int p = 0; p < mean.length; p++) {
            mean[p] = (float) (sums[p] / count);
        }
        return mean;
    }
}
