package io.riskloom.engine.inside;

import java.time.LocalDate;
import java.util.List;

/**
 * Which inputs of the data excite a channel most.
 *
 * @param tried inputs that were looked at, evenly spaced
 * @param of    inputs that there are; more than tried where only every so many was
 * @param top   the largest first, no two within one window's length of each other
 */
public record TopInputs(String layer, int channel, int tried, int of, List<Top> top) {
    public TopInputs {
        top = List.copyOf(top);
    }

    /**
     * @param place  as {@link Inputs#place}
     * @param date   last day of the window; null for an applicant
     * @param value  the largest cell of the channel's map
     * @param row    of that cell, {@code column} of that cell
     */
    public record Top(int place, LocalDate date, double value, int row, int column) {}
}
