package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The networks of one credit model, which answer with the mean of their logits. */
final class CreditNetworks implements AutoCloseable {
    private static final int PLAIN_ROWS = 1024;

    private final List<Network> all;

    private CreditNetworks(List<Network> all) {
        this.all = List.copyOf(all);
    }

    /** With first weights from the native random numbers. */
    static CreditNetworks of(List<CreditSpec> members, CreditLayout layout) {
        List<Network> built = new ArrayList<>();
        for (CreditSpec member : members) {
            built.add(CreditNetwork.of(member, layout));
        }
        return of(built);
    }

    static CreditNetworks of(List<Network> all) {
        return new CreditNetworks(all);
    }

    List<Network> all() {
        return all;
    }

    NDManager manager() {
        return all.getFirst().manager();
    }

    private Map<String, NDArray> weights() {
        return weights(all);
    }

    /** As a run's file names them. */
    static Map<String, NDArray> weights(List<Network> all) {
        if (all.size() == 1) {
            return all.getFirst().state();
        }
        Map<String, NDArray> weights = new LinkedHashMap<>();
        for (int m = 0; m < all.size(); m++) {
            int member = m;
            all.get(m).state().forEach((name, array) -> weights.put(Ensemble.name(member, name), array));
        }
        return weights;
    }

    void read(Path file) throws NoticeException, IOException {
        WeightsFile.read(file, weights(), manager());
    }

    void write(Path file) throws IOException {
        WeightsFile.write(file, weights());
    }

    /** See {@link Network#cancelWhen}. */
    void cancelWhen(BooleanSupplier cancelled) {
        all.forEach(network -> network.cancelWhen(cancelled));
    }

    /** Mean over the networks, one a row. */
    double[] logits(float[][] inputs) {
        double[] mean = new double[inputs.length];
        for (Network network : all) {
            double[] own = logits(network, inputs);
            Arrays.setAll(mean, i -> mean[i] + own[i] / all.size());
        }
        return mean;
    }

    static double[] logits(Network network, float[][] inputs) {
        if (inputs.length == 0) {
            return new double[0];
        }
        float[] logits = network.predict(CreditCases.flat(inputs), new Shape(inputs[0].length));
        double[] wide = new double[logits.length];
        Arrays.setAll(wide, i -> logits[i]);
        return wide;
    }

    /** Integrated gradients of the mean logit by the midpoint rule, rows × inputs. */
    double[][] integratedGradients(float[][] inputs, float[] baseline, int steps) {
        double[][] sums = new double[inputs.length][baseline.length];
        for (Network network : all) {
            int chunk = gradientRows(network, new Shape(baseline.length));
            for (int from = 0; from < inputs.length; from += chunk) {
                network.checkCancelled();
                float[][] part = Arrays.copyOfRange(inputs, from, Math.min(inputs.length, from + chunk));
                float[] found = integrated(network, part, baseline, steps);
                for (int i = 0; i < found.length; i++) {
                    sums[from + i / baseline.length][i % baseline.length] += found[i] / (double) all.size();
                }
            }
        }
        return sums;
    }

    /** The layers of pictures need memory for each row, those of plain rows little more than the call itself. */
    private static int gradientRows(Network network, Shape row) {
        boolean pictures = network.trainable().values().stream()
                .anyMatch(weight -> weight.getShape().dimension() == 4);
        return pictures ? Network.chunk(row) : PLAIN_ROWS;
    }

    private static float[] integrated(Network network, float[][] inputs, float[] baseline, int steps) {
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray start = scratch.create(baseline, new Shape(1, baseline.length));
            NDArray way = scratch.create(CreditCases.flat(inputs), new Shape(inputs.length, baseline.length))
                    .sub(start);
            NDArray slopes = scratch.zeros(way.getShape());
            for (int s = 0; s < steps; s++) {
                try (NDManager step = scratch.newSubManager()) {
                    NDArray point = way.mul((s + 0.5f) / steps).add(start);
                    point.attach(step);
                    point.setRequiresGradient(true);
                    NDArray slope = Torch.recorded(() -> Ops.slope(network.forward(point, false), point));
                    slope.attach(step);
                    slopes.addi(slope);
                }
            }
            return slopes.mul(way).div(steps).toFloatArray();
        }
    }

    @Override
    public void close() {
        all.forEach(Network::close);
    }
}
