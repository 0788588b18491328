package io.riskloom.engine.inside;

import java.time.LocalDate;
import java.util.List;

/**
 * The input that is looked at, as the network sees it.
 *
 * @param place   index of the window's last day in its series, or row of the applicant
 * @param dates   of the window, oldest first; empty for an applicant
 * @param closes  of those days; empty for an applicant
 * @param cells   a picture's rows × columns (its first channel), or days × features, or one row of encoded features
 * @param columns what a column of {@code cells} stands for where it is a feature: its name; empty for pictures of windows
 * @param answer  what the model makes of it: probability of up or of bad, or the forecast of each step in the unit shown
 * @param picture of an applicant, where the network reads one: its first channel, rows × columns; else empty
 * @param pixels  name of the encoded feature at each cell of {@code picture}, row by row, empty where there is none
 */
public record Inputs(
        int place,
        List<LocalDate> dates,
        double[] closes,
        double[][] cells,
        List<String> columns,
        double[] answer,
        double[][] picture,
        List<String> pixels) {
    public Inputs {
        dates = List.copyOf(dates);
        columns = List.copyOf(columns);
        pixels = List.copyOf(pixels);
    }

    /** Without a picture of an applicant. */
    public Inputs(
            int place,
            List<LocalDate> dates,
            double[] closes,
            double[][] cells,
            List<String> columns,
            double[] answer) {
        this(place, dates, closes, cells, columns, answer, new double[0][], List.of());
    }
}
