package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.Specs;
import java.util.List;
import java.util.Map;

/**
 * Times of drawing paths from generators with first weights, as a run draws them: random numbers, network, copy into arrays. The
 * nets and sizes are those of {@code peer_generate.py} in {@code engine/benchmarks}.
 */
public final class PathTimes {

    public static final List<String> NETS = List.of("tcn-10k", "lstm-10k");

    private static final int PATHS = 10_000;
    private static final int DAYS = 252;
    /** Of a recurrent generator, parts that only training needs. */
    private static final List<String> UNUSED = List.of("embedder.", "point.");

    private PathTimes() {}

    /**
     * @param weights that a path passes through
     * @param numbers that are drawn in a round
     * @param seconds of each round
     */
    public record Times(long weights, long numbers, double[] seconds) {}

    /** So many rounds after a short one that warms up. */
    public static Times of(String net, int rounds) {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(7);
        try (Generator generator = GanNetworks.generator(spec(net))) {
            draw(generator, 2 * PathRequest.BLOCK);
            double[] seconds = new double[rounds];
            long numbers = 0;
            for (int round = 0; round < rounds; round++) {
                long begun = System.nanoTime();
                numbers = draw(generator, PATHS);
                seconds[round] = (System.nanoTime() - begun) / 1e9;
            }
            return new Times(weights(generator.network()), numbers, seconds);
        }
    }

    private static GenerateSpec spec(String net) {
        String model =
                switch (net) {
                    case "tcn-10k" -> "tcn-gan";
                    case "lstm-10k" -> "lstm-gan";
                    default -> throw new IllegalArgumentException("the net must be one of " + NETS + ", not " + net);
                };
        return Specs.with(Specs.defaults(GenerateSpec.class, ""), "model", model);
    }

    /** @return numbers drawn */
    private static long draw(Generator generator, int paths) {
        long numbers = 0;
        for (float[] path : generator.paths(new Generator.Wanted(0, paths, DAYS, 7))) {
            numbers += path.length;
        }
        return numbers;
    }

    private static long weights(Network network) {
        return network.trainable().entrySet().stream()
                .filter(weight -> UNUSED.stream().noneMatch(weight.getKey()::startsWith))
                .map(Map.Entry::getValue)
                .mapToLong(NDArray::size)
                .sum();
    }
}
