package io.riskloom.engine.inside;

import com.google.gson.annotations.JsonAdapter;
import java.time.LocalDate;
import java.util.List;

/**
 * A recurrent layer over one window.
 *
 * @param layer  its name
 * @param kind   {@code lstm}, {@code gru} or {@code rnn}
 * @param dates  of the window, oldest first; empty for months of an applicant
 * @param series name, days × units: {@code input forget candidate output cell state} of an LSTM, {@code reset update candidate
 *               state} of a GRU, {@code state} of a simple one
 * @param lags   integrated gradients of the answer for each day, summed over features; days × features in {@code cells}
 * @param features names of the columns of {@code cells}
 */
public record Gates(
        String layer,
        String kind,
        List<LocalDate> dates,
        List<Series> series,
        double[] lags,
        @JsonAdapter(PackedTable.class) double[][] cells,
        List<String> features) {
    public Gates {
        dates = List.copyOf(dates);
        series = List.copyOf(series);
        features = List.copyOf(features);
    }

    /** @param values days × units, in single precision once they were sent */
    public record Series(
            String name, @JsonAdapter(PackedTable.class) double[][] values) {}
}
