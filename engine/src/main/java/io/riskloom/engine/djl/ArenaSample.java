package io.riskloom.engine.djl;

import io.riskloom.engine.lesson.ArenaFrame.Floor;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Noise;
import java.util.SplittableRandom;

/** What all frames of a duel are measured with: real rows, noise, and distances from the data, the same for the same settings. */
final class ArenaSample {
    /** Real rows and generated ones that figures are of. */
    static final int ROWS = 1000;

    private static final int COUNTED = 20_000;
    private static final int DIRECTIONS = 16;
    private static final int REAL = -3;
    private static final int FRESH = -4;
    private static final int NOISE = -5;
    private static final int MANY = -6;
    private static final int SLICES = -7;

    private final Data data;
    private final Noise kind;
    private final long seed;
    private final ArenaReals reals;
    private final float[] real;
    private final float[] noise;
    private final float[][] lattice;
    private final ArenaParts parts;
    private final ArenaCells cells;
    private final SlicedDistance sliced;
    private final Floor floor;

    ArenaSample(ArenaSettings settings, ArenaReals reals) {
        this.data = settings.data();
        this.kind = settings.noise();
        this.seed = settings.seed();
        this.reals = reals;
        this.real = drawn(REAL, ROWS);
        this.noise = ArenaNoise.draw(kind, random(NOISE), ROWS);
        this.lattice = ArenaNoise.lattice(kind);
        this.parts = ArenaParts.of(data, reals, real);
        this.sliced = new SlicedDistance(real, reals.width(), DIRECTIONS, Torch.mix(seed, SLICES));
        this.cells = data.ofPaths() ? null : new ArenaCells(drawn(MANY, COUNTED));
        this.floor = distances(drawn(FRESH, ROWS));
    }

    private float[] drawn(long part, int rows) {
        return reals.draw(random(part), rows);
    }

    private SplittableRandom random(long part) {
        return new SplittableRandom(Torch.mix(seed, part));
    }

    /** Whether it is the one of other settings and data as well. */
    boolean fits(ArenaSettings settings, ArenaReals others) {
        return reals == others
                && data.equals(settings.data())
                && kind.equals(settings.noise())
                && seed == settings.seed();
    }

    /** Row by row. */
    float[] real() {
        return real;
    }

    /** Row by row. */
    float[] noise() {
        return noise;
    }

    float[][] lattice() {
        return lattice;
    }

    ArenaParts parts() {
        return parts;
    }

    /** The real row of the plane that is nearest to a place. */
    double[] nearest(double x, double y) {
        int nearest = 0;
        for (int i = 2; i < real.length; i += 2) {
            if (Math.hypot(real[i] - x, real[i + 1] - y) < Math.hypot(real[nearest] - x, real[nearest + 1] - y)) {
                nearest = i;
            }
        }
        return new double[] {real[nearest], real[nearest + 1]};
    }

    /** Of real rows that are not among those measured. */
    Floor floor() {
        return floor;
    }

    /** Of rows from the real ones; those that need a plane are NaN for paths. */
    Floor distances(float[] rows) {
        if (cells == null) {
            return new Floor(Double.NaN, Double.NaN, Double.NaN, sliced.of(rows));
        }
        ArenaCells made = new ArenaCells(rows);
        return new Floor(cells.kl(made), made.kl(cells), cells.js(made), sliced.of(rows));
    }
}
