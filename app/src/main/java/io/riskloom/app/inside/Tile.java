package io.riskloom.app.inside;

/**
 * One channel's numbers, row by row.
 *
 * @param least   of them
 * @param largest of them
 */
record Tile(float[] values, float least, float largest) {

    static Tile of(float[] values, int from, int cells) {
        float[] own = new float[cells];
        float least = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < cells; i++) {
            own[i] = values[from + i];
            least = Math.min(least, own[i]);
            largest = Math.max(largest, own[i]);
        }
        return new Tile(own, least, largest);
    }

    double[][] rows(int columns) {
        double[][] rows = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            rows[i / columns][i % columns] = values[i];
        }
        return rows;
    }
}
