package io.riskloom.app.playground.residual;

import io.riskloom.engine.lesson.BlockTrace;

/** Where the parts of a block are drawn: the branch F(x) above, the shortcut below, both into the sum. */
record BlockPlaces(double width, double height, boolean projected) {

    private static final double EDGE = 20;
    private static final double GAP = 40;
    private static final double TOP = 54;
    private static final String[] COLUMNS = {"input", "inner", "act1", "branch", "sum", "output"};

    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double middle() {
            return x + width / 2;
        }

        double centre() {
            return y + height / 2;
        }

        boolean holds(double px, double py) {
            return px >= x && px < right() && py >= y && py < bottom();
        }
    }

    private double across() {
        // the sum's circle takes one gap more
        return (width - 2 * EDGE - 6 * GAP) / COLUMNS.length;
    }

    private double down() {
        return Math.max(40, projected ? (height - TOP - 96) * 0.56 : height - TOP - 80);
    }

    /** Null for a shortcut that is the identity: it has no tile. */
    Box of(String stage) {
        if (stage.equals("shortcut")) {
            Box above = of("act1");
            double top = TOP + down() + 62;
            return projected ? new Box(above.x(), top, above.width(), height - top - 34) : null;
        }
        for (int c = 0; c < COLUMNS.length; c++) {
            if (COLUMNS[c].equals(stage)) {
                double x = EDGE + c * (across() + GAP) + (c >= 4 ? GAP : 0);
                return new Box(x, TOP, across(), down());
            }
        }
        throw new IllegalArgumentException("no stage " + stage);
    }

    /** Middle of the plus sign. */
    double plusX() {
        return (of("branch").right() + of("sum").x()) / 2;
    }

    double plusY() {
        return of("branch").centre();
    }

    /** Height at which the shortcut runs. */
    double lane() {
        return projected ? of("shortcut").centre() : TOP + down() + 48;
    }

    /** Cell of the sum that a pixel of a tile stands for; null outside of all. */
    int[] cell(BlockTrace trace, double px, double py) {
        for (String stage : BlockModel.STAGES) {
            Box box = of(stage);
            if (box != null && box.holds(px, py)) {
                double[][] values = BlockModel.values(trace, stage);
                double[][] sum = trace.stage("sum").values();
                int channel = (int) ((py - box.y()) / box.height() * values.length);
                int day = (int) ((px - box.x()) / box.width() * values[0].length);
                return new int[] {Math.min(channel, sum.length - 1), day * sum[0].length / values[0].length};
            }
        }
        return null;
    }
}
