package io.riskloom.engine.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts from one or several origins, beside what came. All matrices are origins × steps: closes in the series' unit, or
 * volatility in per cent a year. Copied in and out.
 *
 * @param quantity  {@value #CLOSE} or {@value #VOLATILITY}
 * @param steps     trading days ahead that each column speaks of, ascending
 * @param origins   dates of the last day each forecast knew
 * @param lastValue what is forecast as it stood at the origin: the plain forecast of every step
 * @param forecast  the model's forecast
 * @param actual    what came, NaN where it is not known
 * @param lower50   lower end of the 50 % band
 * @param upper50   upper end
 * @param lower90   lower end of the 90 % band
 * @param upper90   upper end
 */
public record Forecast(
        String quantity,
        int[] steps,
        List<LocalDate> origins,
        double[] lastValue,
        double[][] forecast,
        double[][] actual,
        double[][] lower50,
        double[][] upper50,
        double[][] lower90,
        double[][] upper90) {

    public static final String CLOSE = "close";
    public static final String VOLATILITY = "volatility";

    public Forecast {
        // runs of earlier versions forecast closes day by day
        quantity = quantity == null ? CLOSE : quantity;
        int columns = forecast.length == 0 ? 0 : forecast[0].length;
        steps = steps == null ? IntStream.rangeClosed(1, columns).toArray() : steps.clone();
        origins = List.copyOf(origins);
        lastValue = lastValue.clone();
        forecast = rows("forecast", forecast, origins.size());
        actual = rows("actual", actual, origins.size());
        lower50 = rows("lower50", lower50, origins.size());
        upper50 = rows("upper50", upper50, origins.size());
        lower90 = rows("lower90", lower90, origins.size());
        upper90 = rows("upper90", upper90, origins.size());
    }

    /** Closes 1, 2, … days ahead. */
    public static Forecast ofCloses(
            List<LocalDate> origins,
            double[] lastValue,
            double[][] forecast,
            double[][] actual,
            double[][] lower50,
            double[][] upper50,
            double[][] lower90,
            double[][] upper90) {
        return new Forecast(CLOSE, null, origins, lastValue, forecast, actual, lower50, upper50, lower90, upper90);
    }

    public int size() {
        return origins.size();
    }

    /** Number of columns; with a gap before the first one less than the days ahead of the last, see {@link #steps}. */
    public int horizon() {
        return forecast.length == 0 ? 0 : forecast[0].length;
    }

    /** A forecast of one step, what came, and its bands. */
    public record Cell(
            double forecast, double actual, double lower50, double upper50, double lower90, double upper90) {}

    /**
     * One cell of every matrix, without a copy of them.
     *
     * @param column of {@link #steps}
     */
    public Cell cell(int origin, int column) {
        return new Cell(
                forecast[origin][column],
                actual[origin][column],
                lower50[origin][column],
                upper50[origin][column],
                lower90[origin][column],
                upper90[origin][column]);
    }

    private static double[][] rows(String name, double[][] matrix, int origins) {
        if (matrix.length != origins) {
            throw new IllegalArgumentException(name + " has " + matrix.length + " rows for " + origins + " origins");
        }
        return Matrices.copy(matrix);
    }

    @Override
    public int[] steps() {
        return steps.clone();
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
