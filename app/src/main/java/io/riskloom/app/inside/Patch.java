package io.riskloom.app.inside;

/**
 * A part of the input that is covered: {@code high} × {@code wide} cells from a row and a column on.
 *
 * @param row of a picture; over days × features the first day
 */
record Patch(int row, int column, int high, int wide) {

    /** Of the same size, moved as far as rows × columns allow. */
    Patch moved(int down, int right, int rows, int columns) {
        return new Patch(
                Math.clamp(row + down, 0, Math.max(0, rows - high)),
                Math.clamp(column + right, 0, Math.max(0, columns - wide)),
                high,
                wide);
    }

    boolean covers(int r, int c) {
        return r >= row && r < row + high && c >= column && c < column + wide;
    }
}
