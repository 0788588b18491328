package io.riskloom.app.forecast;

import io.riskloom.engine.model.Run;
import java.util.List;
import java.util.Optional;

/**
 * A line of the table of windows, in words.
 *
 * @param run   empty for the line of the means
 * @param cells one for each metric
 */
record WalkForwardRow(Optional<Run> run, String window, String days, String origins, List<Cell> cells) {
    WalkForwardRow {
        cells = List.copyOf(cells);
    }

    /** @param interval empty where there is none */
    record Cell(String value, String interval) {

        static final Cell NONE = new Cell("", "");

        /** On one line. */
        String words() {
            return interval.isEmpty() ? value : value + " (" + interval + ")";
        }
    }
}
