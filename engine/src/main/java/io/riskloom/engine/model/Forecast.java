package io.riskloom.engine.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Forecasts of the close from one or several origins, beside what came. All matrices are origins × steps, prices in the
 * series' unit; step s (from 1) is s trading days after the origin. Copied in and out.
 *
 * @param origins   dates of the last day each forecast knew
 * @param lastValue close of the origin: the plain forecast of every step
 * @param forecast  the model's forecast
 * @param actual    what came, NaN where it is not known
 * @param lower50   lower end of the 50 % band
 * @param upper50   upper end
 * @param lower90   lower end of the 90 % band
 * @param upper90   upper end
 */
public record Forecast(
        List<LocalDate> origins,
        double[] lastValue,
        double[][] forecast,
        double[][] actual,
        double[][] lower50,
        double[][] upper50,
        double[][] lower90,
        double[][] upper90) {

    public Forecast {
        origins = List.copyOf(origins);
        lastValue = lastValue.clone();
        forecast = rows("forecast", forecast, origins.size());
        actual = rows("actual", actual, origins.size());
        lower50 = rows("lower50", lower50, origins.size());
        upper50 = rows("upper50", upper50, origins.size());
        lower90 = rows("lower90", lower90, origins.size());
        upper90 = rows("upper90", upper90, origins.size());
    }

    public int size() {
        return origins.size();
    }

    /** Number of steps ahead. */
    public int horizon() {
        return forecast.length == 0 ? 0 : forecast[0].length;
    }

    private static double[][] rows(String name, double[][] matrix, int origins) {
        if (matrix.length != origins) {
            throw new IllegalArgumentException(name + " has " + matrix.length + " rows for " + origins + " origins");
        }
        return Matrices.copy(matrix);
    }

    @Override
    public double[] lastValue() {
        return lastValue.clone();
    }

    @Override
    public double[][] forecast() {
        return Matrices.copy(forecast);
    }

    @Override
    public double[][] actual() {
        return Matrices.copy(actual);
    }

    @Override
    public double[][] lower50() {
        return Matrices.copy(lower50);
    }

    @Override
    public double[][] upper50() {
        return Matrices.copy(upper50);
    }

    @Override
    public double[][] lower90() {
        return Matrices.copy(lower90);
    }

    @Override
    public double[][] upper90() {
        return Matrices.copy(upper90);
    }
}
