package io.riskloom.engine.djl;

/** Bilinear scaling with cell centres aligned, as PyTorch's {@code interpolate(align_corners=False)}. */
final class Bilinear {
    private Bilinear() {}

    static double[][] scale(double[][] cells, int rows, int columns) {
        double[][] scaled = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            double y = place(i, rows, cells.length);
            int top = (int) y;
            int bottom = Math.min(top + 1, cells.length - 1);
            for (int j = 0; j < columns; j++) {
                double x = place(j, columns, cells[0].length);
                int left = (int) x;
                int right = Math.min(left + 1, cells[0].length - 1);
                double above = cells[top][left] + (x - left) * (cells[top][right] - cells[top][left]);
                double below = cells[bottom][left] + (x - left) * (cells[bottom][right] - cells[bottom][left]);
                scaled[i][j] = above + (y - top) * (below - above);
            }
        }
        return scaled;
    }

    private static double place(int at, int size, int cells) {
        return Math.clamp((at + 0.5) * cells / size - 0.5, 0, cells - 1);
    }
}
