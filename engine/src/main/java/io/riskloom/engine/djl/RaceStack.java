package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import io.riskloom.engine.lesson.RaceSettings;
import io.riskloom.engine.lesson.WildDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A stem convolution, the blocks, the mean over days and one logit. One-dimensional convolutions with a few channels, since fifty of
 * them must train while someone watches; what vanishes in them vanishes in those over pictures as well.
 */
final class RaceStack {

    static final Shape INPUT = new Shape(WildDays.CHANNELS, WildDays.DAYS);

    private final Network network;
    private final List<RaceBlock> blocks;

    private RaceStack(Network network, List<RaceBlock> blocks) {
        this.network = network;
        this.blocks = blocks;
    }

    /** Layers of the same name begin with the same weights in both stacks of a race. */
    static RaceStack of(RaceSettings settings, boolean residual) {
        UnaryOperator<NDArray> activation = activation(settings.activation());
        Chain chain = new Chain()
                .add("stem", RaceBlock.conv(settings.width(), 3, 1, true))
                .then("start", activation);
        List<RaceBlock> blocks = new ArrayList<>();
        for (int b = 0; b < settings.blocks(); b++) {
            int channels = b < settings.widening() ? settings.width() : 2 * settings.width();
            boolean widens = b == settings.widening();
            RaceBlock block = new RaceBlock(channels, widens, settings.batchNorm(), residual, activation);
            chain.add("block" + b, block);
            blocks.add(block);
        }
        chain.then("mean", x -> x.mean(new int[] {2}))
                .add("head", Linear.builder().setUnits(1).build());
        Network network = new Network(chain, INPUT);
        try {
            network.trainable().forEach((name, weight) -> draw(settings, name, weight));
        } catch (RuntimeException | Error e) {
            network.close();
            throw e;
        }
        return new RaceStack(network, blocks);
    }

    private static UnaryOperator<NDArray> activation(String name) {
        return switch (name) {
            case "relu" -> Residual::relu;
            case "tanh" -> NDArray::tanh;
            case "sigmoid" -> x -> Activation.sigmoid(x);
            default -> throw new IllegalArgumentException("no activation " + name);
        };
    }

    private static void draw(RaceSettings settings, String name, NDArray weight) {
        boolean bias = name.endsWith("bias");
        boolean head = name.startsWith("head");
        if (!bias && !name.endsWith("weight")) {
            // batch norm begins with scale 1 and shift 0
            return;
        }
        int size = Math.toIntExact(weight.size());
        int fan = Math.toIntExact(fan(settings, name, weight));
        boolean he = settings.first().equals("he") && !head;
        SplittableRandom random = new SplittableRandom(Torch.mix(settings.seed(), name.hashCode()));
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            double uniform = (2 * random.nextDouble() - 1) / Math.sqrt(fan);
            values[i] = (float) (!he ? uniform : bias ? 0 : random.nextGaussian() * Math.sqrt(2.0 / fan));
        }
        try (NDArray drawn = weight.getManager().create(values, weight.getShape())) {
            Weights.set(weight, drawn);
        }
    }

    /** Numbers that go into one answer of a layer. */
    private static long fan(RaceSettings settings, String name, NDArray weight) {
        if (name.endsWith("weight")) {
            return weight.size() / weight.getShape().get(0);
        }
        if (name.startsWith("stem")) {
            return 3L * WildDays.CHANNELS;
        }
        int last = settings.blocks() > settings.widening() ? 2 * settings.width() : settings.width();
        if (name.startsWith("head")) {
            return last;
        }
        int block = Integer.parseInt(name.substring("block".length(), name.indexOf('.')));
        boolean wide = block > settings.widening() || block == settings.widening() && name.contains("conv2");
        int inputs = wide ? 2 * settings.width() : settings.width();
        return name.contains("projection") ? inputs : 3L * inputs;
    }

    Network network() {
        return network;
    }

    RaceBlock block(int number) {
        return blocks.get(number);
    }

    List<RaceBlock> blocks() {
        return blocks;
    }

    long parameters() {
        Map<String, NDArray> weights = network.trainable();
        return weights.values().stream().mapToLong(NDArray::size).sum();
    }
}
