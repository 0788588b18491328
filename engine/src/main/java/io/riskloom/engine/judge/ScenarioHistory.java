package io.riskloom.engine.judge;

import java.time.LocalDate;
import java.util.List;

/**
 * The real days that plain simulators and historical scenarios rest on.
 *
 * @param names   of the series, the main one first
 * @param dates   of the returns; empty where they are not known
 * @param returns daily log returns, series × days, as many of each
 */
public record ScenarioHistory(List<String> names, List<LocalDate> dates, double[][] returns) {

    public ScenarioHistory {
        names = List.copyOf(names);
        dates = List.copyOf(dates);
        returns = returns.clone();
        int days = returns.length == 0 ? 0 : returns[0].length;
        for (double[] series : returns) {
            if (series.length != days || !dates.isEmpty() && dates.size() != days || names.size() != returns.length) {
                throw new IllegalArgumentException(names.size() + " names and " + dates.size() + " dates of "
                        + returns.length + " series of " + days + " days, one of " + series.length);
            }
        }
    }

    @Override
    public double[][] returns() {
        return returns.clone();
    }

    public int days() {
        return returns[0].length;
    }
}
