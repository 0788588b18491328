package io.riskloom.app.chart;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Draws one model; made once a model, so that it can copy arrays and sort once. */
interface ChartPainter {

    /** What is shown at first and after a reset. */
    Viewport home();

    /** Whether the x axis can be zoomed. */
    default boolean zooms() {
        return false;
    }

    /** Whether a logarithmic scale makes sense. */
    default boolean scales() {
        return false;
    }

    boolean empty();

    Plot paint(Viewport view, Style style, Surface surface, double width, double height);

    /**
     * What lies at a pixel.
     *
     * @param words gives the text of a key of the bundle {@code chart}
     */
    Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words);

    /** Whether a line at the crosshair helps the eye. */
    default boolean lined() {
        return frame(0).isEmpty();
    }

    /** Key of the kind of chart, for people who hear it: {@code chart.kind.…}. */
    String kind();

    /** Names of what is drawn. */
    List<String> names();

    /** Dates of the bars, ascending; empty where the axis has none. */
    default List<LocalDate> dates() {
        return List.of();
    }

    /** The frame of a tile on the last picture drawn: x, y, width, height. */
    default Optional<double[]> frame(int index) {
        return Optional.empty();
    }

    void csv(CsvWriter out) throws IOException;
}
