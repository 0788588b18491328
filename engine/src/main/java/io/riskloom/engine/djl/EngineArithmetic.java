package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;

/**
 * Convolution and pooling by the native library, on the processor and in double precision, to hold the explained arithmetic
 * against.
 */
public final class EngineArithmetic {
    private EngineArithmetic() {}

    /**
     * y(i,j) = bias + Σ x(i·s + p·d, j·s + q·d) · k(p,q) over the padded input: cross-correlation as in every network.
     *
     * @param padding cells added on each side
     * @param padMode {@code zeros}, {@code reflect} (mirror without the edge, padding less than the input's size) or
     *     {@code replicate} (edge repeated)
     * @return rows × columns, each ⌊(n + 2·padding − d·(k − 1) − 1)/s⌋ + 1
     * @throws NoticeException {@code run.error.convolution} (what, value, expected) where there is no output cell or a
     *     setting is not permitted
     */
    public static double[][] convolve(
            double[][] input, double[][] kernel, int stride, int padding, int dilation, String padMode, double bias)
            throws NoticeException {
        rectangle("input", input);
        rectangle("kernel", kernel);
        atLeast("stride", stride, 1);
        atLeast("dilation", dilation, 1);
        atLeast("padding", padding, 0);
        double[][] padded = pad(input, padding, padMode);
        fits("rows", padded.length, (kernel.length - 1) * dilation + 1);
        fits("columns", padded[0].length, (kernel[0].length - 1) * dilation + 1);
        Torch.enter(Torch.Load.SMALL);
        try (NDManager manager = Torch.engine().newBaseManager(Device.cpu())) {
            NDArray x = picture(manager, padded);
            NDArray k = picture(manager, kernel);
            NDArray b = manager.create(new double[] {bias});
            NDArray y = x.getNDArrayInternal()
                    .convolution(x, k, b, new Shape(stride, stride), new Shape(0, 0), new Shape(dilation, dilation), 1)
                    .singletonOrThrow();
            return matrix(y);
        }
    }

    /**
     * The largest or mean value of each window of {@code rows} × {@code columns} cells; windows that do not fit are
     * left out.
     *
     * @param kind {@code max} or {@code average}
     * @throws NoticeException as {@link #convolve}
     */
    public static double[][] pool(double[][] input, int rows, int columns, int stride, String kind)
            throws NoticeException {
        rectangle("input", input);
        atLeast("rows", rows, 1);
        atLeast("columns", columns, 1);
        atLeast("stride", stride, 1);
        fits("rows", input.length, rows);
        fits("columns", input[0].length, columns);
        Torch.enter(Torch.Load.SMALL);
        try (NDManager manager = Torch.engine().newBaseManager(Device.cpu())) {
            NDArray x = picture(manager, input);
            Shape window = new Shape(rows, columns);
            Shape step = new Shape(stride, stride);
            Shape none = new Shape(0, 0);
            return switch (kind) {
                case "max" -> matrix(Pool.maxPool2d(x, window, step, none, false));
                case "average" -> matrix(Pool.avgPool2d(x, window, step, none, false, true));
                default -> throw refused("kind", kind, "max, average");
            };
        }
    }

    private static double[][] pad(double[][] input, int padding, String mode) throws NoticeException {
        int rows = input.length;
        int columns = input[0].length;
        boolean reflect = mode.equals("reflect");
        if (!reflect && !mode.equals("zeros") && !mode.equals("replicate")) {
            throw refused("padMode", mode, "zeros, reflect, replicate");
        }
        if (reflect && padding >= Math.min(rows, columns)) {
            throw refused("padding", padding, "< " + Math.min(rows, columns));
        }
        double[][] padded = new double[rows + 2 * padding][columns + 2 * padding];
        for (int i = 0; i < padded.length; i++) {
            for (int j = 0; j < padded[0].length; j++) {
                int r = source(i - padding, rows, reflect);
                int c = source(j - padding, columns, reflect);
                boolean inside = r == i - padding && c == j - padding;
                padded[i][j] = inside || !mode.equals("zeros") ? input[r][c] : 0;
            }
        }
        return padded;
    }

    private static int source(int at, int size, boolean reflect) {
        if (reflect) {
            return at < 0 ? -at : at >= size ? 2 * (size - 1) - at : at;
        }
        return Math.clamp(at, 0, size - 1);
    }

    private static NDArray picture(NDManager manager, double[][] cells) {
        double[] flat = new double[cells.length * cells[0].length];
        for (int i = 0; i < cells.length; i++) {
            System.arraycopy(cells[i], 0, flat, i * cells[0].length, cells[0].length);
        }
        return manager.create(flat, new Shape(1, 1, cells.length, cells[0].length));
    }

    private static double[][] matrix(NDArray picture) {
        int rows = Math.toIntExact(picture.getShape().get(2));
        int columns = Math.toIntExact(picture.getShape().get(3));
        double[] flat = picture.toDoubleArray();
        double[][] cells = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(flat, i * columns, cells[i], 0, columns);
        }
        return cells;
    }

    private static void rectangle(String what, double[][] cells) throws NoticeException {
        if (cells.length == 0 || cells[0].length == 0) {
            throw refused(what, "0", "≥ 1 × 1");
        }
        for (double[] row : cells) {
            if (row.length != cells[0].length) {
                throw refused(what, row.length, "= " + cells[0].length);
            }
        }
    }

    private static void atLeast(String what, int value, int least) throws NoticeException {
        if (value < least) {
            throw refused(what, value, "≥ " + least);
        }
    }

    private static void fits(String what, int size, int window) throws NoticeException {
        if (size < window) {
            throw refused(what, size, "≥ " + window);
        }
    }

    private static NoticeException refused(String what, Object value, String expected) {
        return new NoticeException(Notice.of("run.error.convolution", what, value, expected));
    }
}
