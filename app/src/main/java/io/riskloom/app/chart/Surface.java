package io.riskloom.app.chart;

/**
 * What a painter draws on: the screen, a picture or an SVG text. Coordinates are logical pixels from the top left; colours are
 * 0xAARRGGBB; all numbers must be finite.
 */
public interface Surface {

    /** Which font of the product. */
    enum Weight {
        REGULAR,
        SEMIBOLD,
        MONO
    }

    /** Which point of a text lies at its x. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** @param dash length of a dash, 0 for a solid line */
    record Pen(int argb, double width, double dash, double gap) {
        public static Pen solid(int argb, double width) {
            return new Pen(argb, width, 0, 0);
        }

        public static Pen dashed(int argb, double width) {
            return new Pen(argb, width, 4, 4);
        }

        public static Pen dotted(int argb, double width) {
            return new Pen(argb, width, 2, 3);
        }
    }

    void line(double x1, double y1, double x2, double y2, Pen pen);

    /** An open line through the first {@code count} points. */
    void polyline(double[] x, double[] y, int count, Pen pen);

    /** A filled area whose outline runs through the first {@code count} points. */
    void polygon(double[] x, double[] y, int count, int argb);

    void rect(double x, double y, double width, double height, int argb);

    /** A box with round corners, filled and bordered; a colour of 0 leaves the part out. */
    void box(double x, double y, double width, double height, double radius, int argb, Pen border);

    /** @param y the baseline */
    void text(String words, double x, double y, double size, Weight weight, Anchor anchor, int argb);

    double textWidth(String words, double size, Weight weight);

    /** A heat map with sharp cells, row by row from the top left. */
    void cells(int[] argb, int rows, int columns, double x, double y, double width, double height);

    /** Draws only inside until {@link #unclip}; clips do not nest. */
    void clip(double x, double y, double width, double height);

    void unclip();
}
