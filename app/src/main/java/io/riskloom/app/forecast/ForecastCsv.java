package io.riskloom.app.forecast;

import io.riskloom.app.text.Csv;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.Forecast;
import java.io.IOException;
import java.io.Writer;

/**
 * Forecasts as comma-separated text with the columns date, step, actual, forecast, lower, upper, last_value. The date
 * is the origin, the last day that the forecast knew; step s is s trading days after it; lower and upper are the 90 %
 * band; what is not known yet is an empty cell.
 */
public final class ForecastCsv {

    private ForecastCsv() {}

    /** The forecasts one after another, each origin's steps from 1 on; {@code #12} for a row of a file without dates. */
    public static void write(Writer out, Forecast... forecasts) throws IOException {
        out.write("date,step,actual,forecast,lower,upper,last_value\n");
        for (Forecast f : forecasts) {
            double[] last = f.lastValue();
            double[][] actual = f.actual();
            double[][] middle = f.forecast();
            double[][] lower = f.lower90();
            double[][] upper = f.upper90();
            for (int i = 0; i < f.size(); i++) {
                for (int s = 0; s < f.horizon(); s++) {
                    out.write(Formats.day(f.origins().get(i)) + "," + (s + 1));
                    for (double cell : new double[] {actual[i][s], middle[i][s], lower[i][s], upper[i][s], last[i]}) {
                        out.write("," + Csv.number(cell));
                    }
                    out.write("\n");
                }
            }
        }
    }
}
