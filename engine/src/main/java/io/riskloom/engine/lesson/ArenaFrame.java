package io.riskloom.engine.lesson;

import io.riskloom.engine.data.Notice;
import java.util.List;

/**
 * Where a duel stands. Noise and real rows that are shown or measured are drawn once for given settings, so that frames can be
 * compared.
 *
 * @param settings  that it stands at
 * @param branch    number of the one that the next step lengthens
 * @param step      steps made from the start along the branch
 * @param branches  in the order in which they began
 * @param kept      moments that can be gone back to, in the order of branches and steps
 * @param rebuilt   {@code generator} or {@code discriminator}, as far as it was begun anew for these settings
 * @param plane     null for paths
 * @param paths     null on the plane
 * @param manifold  without rows where the noise has more than two dimensions
 * @param trouble   why fewer steps were made than were asked for, or why what the generator makes is no number; else null
 */
public record ArenaFrame(
        String id,
        ArenaSettings settings,
        int branch,
        long step,
        List<Branch> branches,
        List<Kept> kept,
        List<String> rebuilt,
        Measures measures,
        Coverage coverage,
        Plane plane,
        ArenaPaths paths,
        Manifold manifold,
        Notice trouble) {

    public ArenaFrame {
        branches = List.copyOf(branches);
        kept = List.copyOf(kept);
        rebuilt = List.copyOf(rebuilt);
    }

    /**
     * @param parent branch that it left, −1 for the first
     * @param from   step at which it left it
     * @param to     its last step
     */
    public record Branch(int number, int parent, long from, long to) {}

    /** A moment whose weights, optimisers, draws and settings are kept as they were when it was reached. */
    public record Kept(int branch, long step) {}

    /**
     * Losses and norms are means over the updates of the last steps that were made, NaN before the first. The others are of the
     * moment, over the rows that are measured; divergences are in nats over cells of the plane, NaN for paths.
     *
     * @param penalty           λ·E[(‖∇D(x̂)‖ − 1)²], part of the discriminator's loss
     * @param discriminatorNorm of its loss's gradient by all its weights
     * @param generatorNorm     of its loss's gradient by all its weights
     * @param slope             mean of ‖∇D(x̂)‖ at places between real and generated ones
     * @param onReal            mean answer on real rows: a probability for the original loss, else D itself
     * @param onFake            mean answer on generated rows
     * @param accuracy          share of rows on the right side of the answer between: 0 of D, ½ for least squares
     * @param klRealFake        Σ p·ln(p / q), p of real rows, q of generated ones
     * @param klFakeReal        Σ q·ln(q / p)
     * @param js                of Jensen and Shannon, at most ln 2
     * @param wasserstein       sliced Wasserstein-1 distance of generated from real rows
     * @param floor             the distances of fresh real rows from the others: smaller ones mean nothing
     */
    public record Measures(
            double discriminatorLoss,
            double generatorLoss,
            double penalty,
            double discriminatorNorm,
            double generatorNorm,
            double slope,
            double onReal,
            double onFake,
            double accuracy,
            double klRealFake,
            double klFakeReal,
            double js,
            double wasserstein,
            Floor floor) {}

    public record Floor(double klRealFake, double klFakeReal, double js, double wasserstein) {}

    /**
     * How much of the data the generator makes. Parts are the bells of a mixture, or else up to eight regions around real rows
     * far from each other, no two nearer than 0.1; a row belongs to the nearest centre. Generated rows count only where they are within three standard
     * deviations of a bell's centre, or else of a real row, but at least 0.1. A part is covered where it gets a fifth of its
     * fair share or more.
     *
     * @param parts     there are; 0 for paths
     * @param covered   of them
     * @param shares    of the generated rows in each part
     * @param fair      shares of real rows
     * @param quality   share of the generated rows that count
     * @param diversity mean distance of two generated rows over that of two real ones; 1 where all real ones are one place
     * @param collapsed whether the generator, after {@value #EARLY} updates at least, makes little of the data: its diversity is
     *                  below a quarter; or they cover a quarter of the parts or fewer while half of them or more count or their
     *                  diversity is below a half
     * @param centres   of the parts
     */
    public record Coverage(
            int parts,
            int covered,
            double[] shares,
            double[] fair,
            double quality,
            double diversity,
            boolean collapsed,
            float[][] centres) {
        /** Updates of the generator before which nothing is called a collapse. */
        public static final int EARLY = 200;
    }

    /**
     * @param arrows where each generated point would go to please the discriminator more: −∂L/∂x of the generator's loss of that
     *               point alone
     * @param side   cells of the square [−{@value ArenaSettings#VIEW}, {@value ArenaSettings#VIEW}]² along each side
     * @param scores the discriminator's answers in the middles of the cells, in the unit of {@link Measures#onReal}, the row of
     *               the least y first
     */
    public record Plane(float[][] real, float[][] fake, float[][] arrows, int side, float[] scores) {}

    /**
     * A lattice over the noise and what the generator makes of it.
     *
     * @param rows    of nodes; 1 for noise of one dimension
     * @param noise   of each node, row by row
     * @param points  each node's place on the plane; of paths total log return and standard deviation of the daily ones
     * @param density of generated rows in each cell between four nodes (each segment of a line): 1 where they lie as close as
     *                if all were spread evenly over [−1, 1]², or closer; empty for paths
     */
    public record Manifold(int rows, int columns, float[][] noise, float[][] points, float[] density) {}
}
