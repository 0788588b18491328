package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.PoolShape;

/**
 * Convolution, pooling and a dense end by the native library, on the processor and in double precision, to hold the explained
 * arithmetic against. Pictures are channels × rows × columns.
 */
public final class EngineArithmetic {
    private EngineArithmetic() {}

    /**
     * How a kernel moves.
     *
     * @param padding cells added on each side, at most {@link Convolution#MOST_PADDING}
     * @param padMode {@code zeros}, {@code reflect} (mirror without the edge, padding less than the input's size) or
     *     {@code replicate} (edge repeated)
     */
    public record Sliding(int stride, int padding, int dilation, int groups, String padMode) {}

    /** Output of a pooling, and the gradient of its sum by the input. */
    public record Pooled(double[][][] output, double[][][] gradient) {}

    /** One channel and one filter, without an activation. */
    public static double[][] convolve(
            double[][] input, double[][] kernel, int stride, int padding, int dilation, String padMode, double bias)
            throws NoticeException {
        return convolve(
                new double[][][] {input},
                new double[][][][] {{kernel}},
                new double[] {bias},
                new Sliding(stride, padding, dilation, 1, padMode),
                Activation.NONE)[0];
    }

    /**
     * y(f,i,j) = a(b(f) + Σ x(c, i·s + p·d, j·s + q·d) · k(f,c,p,q)) over the padded input and the channels of the filter's
     * group: cross-correlation as in every network.
     *
     * @param kernels filters × channels of a group × rows × columns
     * @param biases  one a filter
     * @return filters × rows × columns, each ⌊(n + 2·padding − d·(k − 1) − 1)/s⌋ + 1
     * @throws NoticeException {@code run.error.convolution} (what, value, expected) where there is no output cell or a
     *     setting is not permitted
     */
    public static double[][][] convolve(
            double[][][] input, double[][][][] kernels, double[] biases, Sliding sliding, Activation activation)
            throws NoticeException {
        ArithmeticChecks.convolution(input, kernels, biases, sliding);
        boolean zeros = sliding.padMode().equals("zeros");
        double[][][] padded = new double[input.length][][];
        for (int c = 0; c < input.length; c++) {
            padded[c] = zeros
                    ? input[c]
                    : pad(input[c], sliding.padding(), sliding.padMode().equals("reflect"));
        }
        int edge = zeros ? sliding.padding() : 0;
        int reach = sliding.dilation();
        Torch.enter(Torch.Load.SMALL);
        try (NDManager manager = Torch.engine().newBaseManager(Device.cpu())) {
            NDArray x = pictures(manager, padded).expandDims(0);
            NDList filters = new NDList();
            for (double[][][] kernel : kernels) {
                filters.add(pictures(manager, kernel));
            }
            int stride = sliding.stride();
            NDArray y = x.getNDArrayInternal()
                    .convolution(
                            x,
                            NDArrays.stack(filters),
                            manager.create(biases),
                            new Shape(stride, stride),
                            new Shape(edge, edge),
                            new Shape(reach, reach),
                            sliding.groups())
                    .singletonOrThrow();
            return matrices(activated(y, activation));
        }
    }

    private static NDArray activated(NDArray y, Activation activation) {
        return switch (activation) {
            case NONE -> y;
            case RELU -> ai.djl.nn.Activation.relu(y);
            case LEAKY_RELU -> ai.djl.nn.Activation.leakyRelu(y, (float) Activation.LEAK);
            case SIGMOID -> ai.djl.nn.Activation.sigmoid(y);
            case TANH -> ai.djl.nn.Activation.tanh(y);
        };
    }

    /** The largest or mean value of each window of one channel of {@code rows} × {@code columns} cells, not padded. */
    public static double[][] pool(double[][] input, int rows, int columns, int stride, String kind)
            throws NoticeException {
        return pool(new double[][][] {input}, PoolShape.window(rows, columns, stride), kind)
                .output()[0];
    }

    /**
     * The largest or mean value of each window; windows that do not fit the padded input are left out.
     *
     * @param kind {@code max} or {@code average}
     * @throws NoticeException as {@link #convolve}
     */
    public static Pooled pool(double[][][] input, PoolShape shape, String kind) throws NoticeException {
        ArithmeticChecks.pooling(input, shape, kind);
        Torch.enter(Torch.Load.SMALL);
        try (NDManager manager = Torch.engine().newBaseManager(Device.cpu())) {
            NDArray x = pictures(manager, input).expandDims(0);
            x.setRequiresGradient(true);
            NDArray y;
            try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                y = pooled(x, shape, kind.equals("max"));
                collector.backward(y.sum());
            }
            NDArray gradient = x.getGradient();
            gradient.attach(manager);
            return new Pooled(matrices(y), matrices(gradient));
        }
    }

    private static NDArray pooled(NDArray x, PoolShape shape, boolean max) {
        Shape sides = new Shape(shape.rows(), shape.columns());
        Shape step = new Shape(shape.stride(), shape.stride());
        Shape edge = new Shape(shape.padding(), shape.padding());
        return switch (shape.form()) {
            case WINDOW ->
                max ? Pool.maxPool2d(x, sides, step, edge, false) : Pool.avgPool2d(x, sides, step, edge, false, true);
            case GLOBAL -> adaptive(x, new Shape(1, 1), max);
            case ADAPTIVE -> adaptive(x, sides, max);
        };
    }

    private static NDArray adaptive(NDArray x, Shape sides, boolean max) {
        return max ? JniUtils.adaptiveMaxPool((PtNDArray) x, sides) : JniUtils.adaptiveAvgPool((PtNDArray) x, sides);
    }

    /**
     * Probabilities of a dense layer with softmax: p(k) = exp(z(k)) / Σ exp(z), z = W·x + b.
     *
     * @param weights classes × values
     * @param biases  one a class
     * @throws NoticeException as {@link #convolve}
     */
    public static double[] dense(double[] input, double[][] weights, double[] biases) throws NoticeException {
        ArithmeticChecks.dense(input, weights, biases);
        Torch.enter(Torch.Load.SMALL);
        try (NDManager manager = Torch.engine().newBaseManager(Device.cpu())) {
            NDArray w = pictures(manager, new double[][][] {weights}).squeeze(0);
            NDArray z = w.matMul(manager.create(input)).add(manager.create(biases));
            return z.softmax(0).toDoubleArray();
        }
    }

    private static double[][] pad(double[][] input, int padding, boolean reflect) {
        int rows = input.length;
        int columns = input[0].length;
        double[][] padded = new double[rows + 2 * padding][columns + 2 * padding];
        for (int i = 0; i < padded.length; i++) {
            for (int j = 0; j < padded[0].length; j++) {
                padded[i][j] = input[source(i - padding, rows, reflect)][source(j - padding, columns, reflect)];
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

    private static NDArray pictures(NDManager manager, double[][][] channels) {
        int rows = channels[0].length;
        int columns = channels[0][0].length;
        double[] flat = new double[channels.length * rows * columns];
        for (int c = 0; c < channels.length; c++) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(channels[c][i], 0, flat, (c * rows + i) * columns, columns);
            }
        }
        return manager.create(flat, new Shape(channels.length, rows, columns));
    }

    /** Of a batch of one. */
    private static double[][][] matrices(NDArray batch) {
        Shape shape = batch.getShape();
        double[][][] cells = new double[(int) shape.get(1)][(int) shape.get(2)][(int) shape.get(3)];
        double[] flat = batch.toDoubleArray();
        int at = 0;
        for (double[][] channel : cells) {
            for (double[] row : channel) {
                System.arraycopy(flat, at, row, 0, row.length);
                at += row.length;
            }
        }
        return cells;
    }
}
