package io.riskloom.engine.djl;

import io.riskloom.engine.lesson.ArenaSettings.Noise;
import io.riskloom.engine.stats.Normal;
import java.util.SplittableRandom;

/** Noise of a duel's generator: drawn, and as a lattice over all of it. */
final class ArenaNoise {
    /** Nodes along each side of a square lattice. */
    static final int SIDE = 21;

    /** Nodes along a line. */
    static final int LINE = 201;

    private ArenaNoise() {}

    static float[] draw(Noise noise, SplittableRandom random, int rows) {
        boolean normal = noise.kind().equals("normal");
        float[] drawn = new float[rows * noise.dimension()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) (normal ? random.nextGaussian() : 2 * random.nextDouble() - 1);
        }
        return drawn;
    }

    /**
     * Nodes of a lattice, row by row, such that noise falls into each cell between them as often; of normal noise the
     * outermost 1/(2n) on each side lies beyond the last of n nodes. None for noise of more than two dimensions.
     */
    static float[][] lattice(Noise noise) {
        if (noise.dimension() > 2) {
            return new float[0][];
        }
        int columns = noise.dimension() == 1 ? LINE : SIDE;
        int rows = noise.dimension() == 1 ? 1 : SIDE;
        float[][] nodes = new float[rows * columns][];
        for (int i = 0; i < nodes.length; i++) {
            float x = node(noise, i % columns, columns);
            nodes[i] = rows == 1 ? new float[] {x} : new float[] {x, node(noise, i / columns, rows)};
        }
        return nodes;
    }

    private static float node(Noise noise, int i, int nodes) {
        if (noise.kind().equals("uniform")) {
            return (float) (2.0 * i / (nodes - 1) - 1);
        }
        double p = (i + 0.5) / nodes;
        return (float) (p <= 0.5 ? Normal.quantile(p) : -Normal.quantile(1 - p));
    }
}
