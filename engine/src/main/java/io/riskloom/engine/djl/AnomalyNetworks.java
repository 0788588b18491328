package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.AnomalySpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Encoder and generator as one network that puts applicants together again, and a discriminator of real and generated ones.
 * The generator answers numbers as they are and every input that is 0 or 1 through a sigmoid.
 */
final class AnomalyNetworks implements AutoCloseable {
    private static final String ENCODER = "encoder";
    private static final String GENERATOR = "generator";

    private final Network again;
    private final Network discriminator;
    private final int latent;
    private final int width;

    private AnomalyNetworks(Network again, Network discriminator, int latent, int width) {
        this.again = again;
        this.discriminator = discriminator;
        this.latent = latent;
        this.width = width;
    }

    /** With first weights from the native random numbers. */
    static AnomalyNetworks of(AnomalySpec spec, CreditEncoder encoder) {
        List<CreditEncoder.Input> inputs = encoder.inputs();
        int width = inputs.size();
        float[] numbers = new float[width];
        for (int i = 0; i < width; i++) {
            numbers[i] = inputs.get(i).kind() == CreditEncoder.Kind.NUMBER ? 1 : 0;
        }
        Chain generator = Mlp.leaky(spec.units(), width).then("kinds", x -> kinds(x, numbers));
        Chain chain =
                new Chain().add(ENCODER, Mlp.leaky(spec.units(), spec.latent())).add(GENERATOR, generator);
        return new AnomalyNetworks(
                new Network(chain, new Shape(width)),
                new Network(Mlp.leaky(spec.units(), 1), new Shape(width)),
                spec.latent(),
                width);
    }

    private static NDArray kinds(NDArray x, float[] numbers) {
        NDArray plain = x.getManager().create(numbers, new Shape(1, numbers.length));
        NDArray one = plain.neg().add(1);
        return x.mul(plain).add(x.getNDArrayInternal().sigmoid().mul(one));
    }

    /** Encoder and generator. */
    Network again() {
        return again;
    }

    Network discriminator() {
        return discriminator;
    }

    NDManager manager() {
        return again.manager();
    }

    /** Applicants from nothing. */
    NDArray generated(NDArray noise) {
        return again.forward(((Chain) again.block()).part(GENERATOR), noise, true);
    }

    NDArray noise(NDManager manager, long rows) {
        return manager.randomNormal(new Shape(rows, latent));
    }

    /** Weights of both, as a run's file names them. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        again.state().forEach((name, array) -> state.put("again." + name, array));
        discriminator.state().forEach((name, array) -> state.put("discriminator." + name, array));
        return state;
    }

    /**
     * Rows put together again, and how far the discriminator tells them from the real ones.
     *
     * @param rows     rows × inputs
     * @param distance ‖f(x) − f(x̂)‖₂ with f the discriminator's last hidden layer
     */
    record Answer(float[][] rows, double[] distance) {}

    Answer answer(float[][] inputs) {
        float[][] rows = new float[inputs.length][];
        double[] distance = new double[inputs.length];
        int chunk = Network.chunk(new Shape(width));
        for (int from = 0; from < inputs.length; from += chunk) {
            again.checkCancelled();
            float[][] part = Arrays.copyOfRange(inputs, from, Math.min(inputs.length, from + chunk));
            try (NDManager scratch = manager().newSubManager()) {
                NDArray x = scratch.create(CreditCases.flat(part), new Shape(part.length, width));
                NDArray made = again.forward(x, false);
                float[] numbers = made.toFloatArray();
                float[] far = features(x)
                        .sub(features(made))
                        .square()
                        .sum(new int[] {1})
                        .sqrt()
                        .toFloatArray();
                for (int i = 0; i < part.length; i++) {
                    rows[from + i] = Arrays.copyOfRange(numbers, i * width, (i + 1) * width);
                    distance[from + i] = far[i];
                }
            }
        }
        return new Answer(rows, distance);
    }

    private NDArray features(NDArray x) {
        Chain chain = (Chain) discriminator.block();
        NDArray now = x;
        for (String part : List.of("dense1", "leaky1", "dense2", "leaky2")) {
            now = discriminator.forward(chain.part(part), now, false);
        }
        return now;
    }

    /** Of a batch, as a list of what the discriminator says of real rows, of generated ones and of those put together again. */
    NDList judged(NDArray real, NDArray generated, NDArray made) {
        return new NDList(
                discriminator.forward(real, true),
                discriminator.forward(generated, true),
                discriminator.forward(made, true));
    }

    @Override
    public void close() {
        again.close();
        discriminator.close();
    }
}
