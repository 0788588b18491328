package io.riskloom.app.inside;

/**
 * Which days of a window a pixel of its picture stands for. In a chart of bars the same number of columns belongs to each day;
 * row i and column i of the other pictures both stand for the i-th stretch of days, from ⌊i·n/m⌋ to before ⌊(i+1)·n/m⌋, or, where
 * the picture has more pixels than the window days, for the day nearest to their place between the first and the last.
 *
 * @param pixels along the side that runs with time
 * @param days   of the window
 * @param bars   whether the picture is a chart of bars
 */
record PixelDays(int pixels, int days, boolean bars) {

    /** First day of a pixel, counted from the window's oldest. */
    int first(int pixel) {
        if (bars || days >= pixels) {
            return (int) ((long) pixel * days / pixels);
        }
        return nearest(pixel);
    }

    /** Last day of a pixel. */
    int last(int pixel) {
        if (bars) {
            return first(pixel);
        }
        return days >= pixels ? (int) ((long) (pixel + 1) * days / pixels) - 1 : nearest(pixel);
    }

    private int nearest(int pixel) {
        return pixels == 1 ? 0 : (int) Math.rint((double) pixel * (days - 1) / (pixels - 1));
    }
}
