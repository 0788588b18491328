package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.PadMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uses each native part once and compares it with arithmetic done here. */
public final class SelfCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private SelfCheck() {}

    /**
     * @param name   key under {@code check.}
     * @param detail version, largest difference, or the error's text
     */
    public record Item(String name, boolean passed, String detail) {}

    @FunctionalInterface
    private interface Probe {
        /** The detail of a success; a failure throws. */
        String run() throws NoticeException, IOException;
    }

    /** A part that gave a wrong answer. */
    private static final class WrongAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongAnswer(String message) {
            super(message);
        }
    }

    /** {@code native device matmul convolution lstm gradient safetensors}, in this order. */
    public static List<Item> run() {
        List<Item> items = new ArrayList<>();
        items.add(item("native", () -> Torch.version() + ", DJL " + Torch.djlVersion()));
        if (!items.getFirst().passed()) {
            return items;
        }
        Torch.enter(Torch.Load.SMALL);
        items.add(item("device", Torch::deviceName));
        items.add(item("matmul", SelfCheck::matmul));
        items.add(item("convolution", SelfCheck::convolution));
        items.add(item("lstm", SelfCheck::lstm));
        items.add(item("gradient", SelfCheck::gradient));
        items.add(item("safetensors", SelfCheck::safetensors));
        return items;
    }

    private static Item item(String name, Probe probe) {
        try {
            return new Item(name, true, probe.run());
        } catch (RuntimeException | LinkageError | NoticeException | IOException e) {
            LOG.warn("Self-check {} failed", name, e);
            return new Item(name, false, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static String near(double difference, double tolerance) {
        String text = String.format(Locale.ROOT, "max |Δ| %.1e", difference);
        if (!(difference <= tolerance)) {
            throw new WrongAnswer(text);
        }
        return text;
    }

    private static String matmul() {
        try (NDManager manager = Torch.engine().newBaseManager(Torch.device())) {
            NDArray a = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
            float[] product = a.matMul(a.transpose()).toFloatArray();
            float[] expected = {14, 32, 32, 77};
            double worst = 0;
            for (int i = 0; i < expected.length; i++) {
                worst = Math.max(worst, Math.abs(product[i] - expected[i]));
            }
            return near(worst, 1e-5);
        }
    }

    private static String convolution() throws NoticeException {
        double[][] input = new double[9][11];
        double[][] kernel = new double[3][2];
        fill(input, 0.7);
        fill(kernel, 1.3);
        double worst = 0;
        for (PadMode mode : PadMode.values()) {
            double[][] explained = Convolution.output(input, kernel, 2, 1, 2, mode, 0.25);
            String word = mode == PadMode.ZERO ? "zeros" : mode.name().toLowerCase(Locale.ROOT);
            double[][] engine = EngineArithmetic.convolve(input, kernel, 2, 1, 2, word, 0.25);
            for (int i = 0; i < explained.length; i++) {
                for (int j = 0; j < explained[i].length; j++) {
                    worst = Math.max(worst, Math.abs(explained[i][j] - engine[i][j]));
                }
            }
        }
        return near(worst, 1e-5);
    }

    private static void fill(double[][] cells, double step) {
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                cells[i][j] = Math.sin(step * (i * cells[i].length + j));
            }
        }
    }

    /** One unit, all weights one half, two days: the cell's equations by hand. */
    private static String lstm() {
        try (Network network = new Network(Recurrent.lstm(1, 1, false, 0, 1), new Shape(2, 1))) {
            for (NDArray weight : network.trainable().values()) {
                float[] halves = new float[Math.toIntExact(weight.size())];
                Arrays.fill(halves, 0.5f);
                weight.set(halves);
            }
            double h = 0;
            double c = 0;
            for (double x : new double[] {1, -2}) {
                double z = 0.5 * x + 0.5 * h + 1;
                c = Losses.sigmoid(z) * (c + Math.tanh(z));
                h = Losses.sigmoid(z) * Math.tanh(c);
            }
            float answer = network.predict(new float[] {1, -2}, new Shape(2, 1))[0];
            return near(Math.abs(0.5 * h + 0.5 - answer), 1e-5);
        }
    }

    /** d/dw of (w·x)² is 2·w·x². */
    private static String gradient() {
        Chain chain = new Chain()
                .add("head", Linear.builder().setUnits(1).optBias(false).build());
        try (Network network = new Network(chain, new Shape(1));
                NDManager scratch = network.manager().newSubManager()) {
            NDArray weight = network.trainable().get("head.weight");
            NDArray x = scratch.create(new float[] {3}, new Shape(1, 1));
            try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                collector.backward(network.forward(x, true).square().sum());
            }
            NDArray gradient = weight.getGradient();
            gradient.attach(scratch);
            return near(Math.abs(gradient.getFloat(0, 0) - 18 * weight.getFloat(0, 0)), 1e-4);
        }
    }

    private static String safetensors() throws NoticeException, IOException {
        Path file = Files.createTempFile("riskloom-check", ".safetensors");
        try (NDManager manager = Torch.engine().newBaseManager(Torch.device())) {
            NDArray written = manager.randomNormal(new Shape(7, 5));
            NDArray read = manager.zeros(new Shape(7, 5));
            WeightsFile.write(file, Map.of("w", written));
            WeightsFile.read(file, Map.of("w", read), manager);
            return near(written.sub(read).abs().max().getFloat(), 0);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
