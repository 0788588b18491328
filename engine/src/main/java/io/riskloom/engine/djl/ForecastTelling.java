package io.riskloom.engine.djl;

import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.feature.Target;

/**
 * The steps of the median, which come first in an answer; one step where the network goes on from its own answers.
 *
 * @param learnt what the numbers speak of
 * @param scaler of it
 */
record ForecastTelling(Target learnt, Scaler scaler) implements Telling {
    @Override
    public int output() {
        return scaler.columns() - 1;
    }

    @Override
    public double told(double number) {
        double[] row = new double[scaler.columns()];
        row[output()] = number;
        return scaler.invert(row)[output()];
    }

    @Override
    public double answer(float[] numbers) {
        return told(numbers[output()]);
    }

    @Override
    public double[] shown(int origin, float[] numbers) {
        double[] row = new double[scaler.columns()];
        for (int s = 0; s < row.length; s++) {
            row[s] = numbers[s];
        }
        double[] shown = scaler.invert(row);
        for (int s = 0; s < shown.length; s++) {
            shown[s] = learnt.shown(origin, shown[s]);
        }
        return shown;
    }
}
