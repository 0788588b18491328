package io.riskloom.app.inside;

/**
 * Where the tiles of a layer stand: in rows as many as the width has room for, or, where they are strips over days, one below the
 * other with their names at the left.
 *
 * @param across tiles in a row
 * @param width  of one map in pixels
 * @param name   height of the names above, 0 where they are left out or stand at the left
 * @param gutter width of the names at the left
 * @param two    whether a second map stands beside each
 */
record TileLayout(int count, int across, int width, int height, int name, int gutter, boolean two) {

    private static final int GAP = 8;
    private static final int NARROW = 3;
    private static final int BESIDE = 2;
    private static final int SMALL = 40;
    private static final int NAME = 15;
    private static final int GUTTER = 52;
    private static final int EDGE = 12;

    /**
     * @param rows of a map, {@code columns} of a map
     * @param size wished width of a tile, which is stretched to fill the row; of a strip four times its height
     * @param room width of the whole
     */
    static TileLayout of(int count, int rows, int columns, int size, boolean two, int room) {
        boolean strips = rows == 1 && columns > 1;
        int maps = two ? 2 : 1;
        if (strips) {
            int wide = (room - 2 * EDGE - GUTTER - (maps - 1) * GAP) / maps;
            return new TileLayout(count, 1, Math.max(8, wide), Math.max(3, size / 4), 0, GUTTER, two);
        }
        double aspect = rows == 0 ? 1 : Math.clamp((double) columns / rows, 0.2, 6);
        int gap = size < SMALL ? NARROW : GAP;
        int whole = Math.max(8, room - 2 * EDGE);
        int wished = (int) Math.round(size * Math.max(1, aspect)) * maps + (maps - 1) * BESIDE;
        int across = Math.max(1, (whole + gap) / (wished + gap));
        int tile = Math.min(2 * wished, (whole - (across - 1) * gap) / across); // what is left over goes to the tiles
        int width = Math.max(4, (tile - (maps - 1) * BESIDE) / maps);
        int height = Math.max(4, (int) Math.round(width / aspect));
        return new TileLayout(count, across, width, height, size < SMALL ? 0 : NAME, 0, two);
    }

    private int gap() {
        if (gutter > 0) {
            return height > 8 ? 2 : 1;
        }
        return name == 0 ? NARROW : GAP;
    }

    private int between() {
        return gutter > 0 ? GAP : BESIDE;
    }

    private int line() {
        return name + height + gap();
    }

    private int tile() {
        return two ? 2 * width + between() : width;
    }

    int lines() {
        return Math.ceilDiv(count, across);
    }

    int total() {
        return 2 * EDGE + lines() * line() - gap();
    }

    /** Left edge of a place's map. */
    int x(int place) {
        return EDGE + gutter + place % across * (tile() + gap());
    }

    /** Left edge of the map beside it. */
    int x2(int place) {
        return x(place) + width + between();
    }

    /** Upper edge of a place's map, before scrolling. */
    int y(int place) {
        return EDGE + place / across * line() + name;
    }

    /** The first place that is seen where so many pixels are scrolled away. */
    int first(int scrolled) {
        return Math.clamp((long) (scrolled - EDGE) / line() * across, 0, count);
    }

    /** The place after the last that is seen. */
    int end(int scrolled, int room) {
        return Math.clamp(((long) (scrolled + room - EDGE) / line() + 1) * across, 0, count);
    }

    /** A spot on a map. */
    record Spot(int place, boolean second, int row, int column) {}

    /** What lies at a pixel, scrolling counted in; null for nothing. */
    Spot at(double px, double py, int rows, int columns) {
        int line = (int) Math.floor((py - EDGE) / line());
        if (py < EDGE || line >= lines()) {
            return null;
        }
        for (int place = line * across; place < Math.min(count, (line + 1) * across); place++) {
            double down = py - y(place);
            for (int map = 0; map < (two ? 2 : 1); map++) {
                double along = px - (map == 0 ? x(place) : x2(place));
                if (along >= 0 && along < width && down >= 0 && down < height) {
                    return new Spot(place, map == 1, (int) (down / height * rows), (int) (along / width * columns));
                }
            }
        }
        return null;
    }
}
