package io.riskloom.app.chart;

/**
 * Equal tiles in rows: as large as fit into the plot, at least 12 pixels wide.
 *
 * @param columns tiles in a row
 * @param width   of a tile
 * @param name    height of the name above a tile
 */
record TileGrid(int columns, double width, double height, double name, Plot plot) {

    private static final double GAP = 12;
    private static final double SMALLEST = 12;
    private static final double LARGEST = 360;

    /** @param wanted tiles in a row, 0 for as many as make them largest */
    static TileGrid of(int tiles, int wanted, double aspect, boolean named, Plot plot) {
        double name = named ? 20 : 0;
        TileGrid best = null;
        int from = wanted > 0 ? wanted : 1;
        int to = wanted > 0 ? wanted : Math.max(1, tiles);
        for (int columns = from; columns <= to; columns++) {
            int rows = Math.ceilDiv(Math.max(1, tiles), columns);
            double gap = columns > 24 ? 4 : GAP;
            double across = (plot.width() - (columns - 1) * gap) / columns;
            double down = (plot.height() - (rows - 1) * gap - rows * name) / rows;
            double width = Math.clamp(Math.min(across, down * aspect), SMALLEST, LARGEST * Math.max(1, aspect));
            if (best == null || width > best.width) {
                best = new TileGrid(columns, width, width / aspect, name, plot);
            }
        }
        return best;
    }

    /** Left, top, width and height of a tile. */
    double[] place(int tile) {
        double gap = columns > 24 ? 4 : GAP;
        double x = Math.round(plot.left() + tile % columns * (width + gap));
        double y = Math.round(plot.top() + name + tile / columns * (height + gap + name));
        return new double[] {x, y, width, height};
    }
}
