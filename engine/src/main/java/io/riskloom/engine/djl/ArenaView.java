package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.lesson.ArenaFrame.Coverage;
import io.riskloom.engine.lesson.ArenaFrame.Floor;
import io.riskloom.engine.lesson.ArenaFrame.Manifold;
import io.riskloom.engine.lesson.ArenaFrame.Measures;
import io.riskloom.engine.lesson.ArenaFrame.Plane;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaPaths;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A duel as it stands, measured; looking at it changes nothing. */
final class ArenaView {
    /** Points that are drawn, of each kind. */
    private static final int SHOWN = 250;

    private static final int BETWEEN = -8;

    private final ArenaSample sample;
    private final ArenaPathFigures figures;
    private final ArenaDuel duel;
    private final ArenaProbe probe;

    ArenaView(ArenaDuel duel) {
        this.duel = duel;
        this.probe = new ArenaProbe(duel);
        this.sample = new ArenaSample(duel.settings(), duel.reals());
        this.figures = duel.reals() instanceof ArenaMarket market ? new ArenaPathFigures(market, sample.real()) : null;
    }

    /** Whether it measures what the duel is about now. */
    boolean fits() {
        return sample.fits(duel.settings(), duel.reals());
    }

    /** What the generator makes of the noise that is measured. */
    float[] fake() {
        return probe.made(sample.noise());
    }

    Measures measures(ArenaMeans.Values means, float[] fake) {
        ArenaRule rule = duel.rule();
        float[] onReal = probe.answers(sample.real());
        float[] onFake = probe.answers(fake);
        long right = IntStream.range(0, onReal.length)
                        .filter(i -> rule.callsReal(onReal[i]))
                        .count()
                + IntStream.range(0, onFake.length)
                        .filter(i -> !rule.callsReal(onFake[i]))
                        .count();
        Floor far = sample.distances(fake);
        return new Measures(
                means.discriminator().loss(),
                means.generator().loss(),
                means.discriminator().penalty(),
                means.discriminator().norm(),
                means.generator().norm(),
                slope(fake),
                mean(onReal),
                mean(onFake),
                (double) right / (onReal.length + onFake.length),
                far.klRealFake(),
                far.klFakeReal(),
                far.js(),
                far.wasserstein(),
                sample.floor());
    }

    static boolean finite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private double mean(float[] answers) {
        return IntStream.range(0, answers.length)
                .mapToDouble(i -> duel.rule().told(answers[i]))
                .average()
                .orElseThrow();
    }

    private double slope(float[] fake) {
        SplittableRandom random = new SplittableRandom(Torch.mix(duel.settings().seed(), BETWEEN));
        return probe.slope(some(sample.real()), some(fake), random);
    }

    private float[] some(float[] rows) {
        return Arrays.copyOf(rows, SHOWN * duel.reals().width());
    }

    Coverage coverage(float[] fake) {
        return sample.parts().of(fake, duel.generator().made());
    }

    /** Null for paths. */
    Plane plane(float[] fake) {
        if (figures != null) {
            return null;
        }
        return new Plane(
                ArenaProbe.apart(some(sample.real()), 2),
                ArenaProbe.apart(some(fake), 2),
                ArenaProbe.apart(probe.arrows(some(fake)), 2),
                ArenaProbe.SIDE,
                probe.scores());
    }

    /** Null on the plane. */
    ArenaPaths paths(float[] fake) {
        if (figures == null) {
            return null;
        }
        return figures.of(
                ArenaProbe.apart(sample.noise(), duel.settings().noise().dimension()), fake);
    }

    Manifold manifold() {
        float[][] nodes = sample.lattice();
        float[] made = nodes.length == 0 ? new float[0] : probe.made(CreditCases.flat(nodes));
        return duel.reals() instanceof ArenaMarket market
                ? ArenaLattice.ofPaths(nodes, market.returns(made))
                : ArenaLattice.onPlane(nodes, ArenaProbe.apart(made, 2));
    }

    /**
     * @param noise of as many numbers as the settings' noise
     * @throws NoticeException {@code arena.trouble.notFinite} where what is made of it is not finite
     */
    ArenaLook look(float[] noise) throws NoticeException {
        float[] made = probe.made(noise);
        if (!finite(made)) {
            throw new NoticeException(Notice.of("arena.trouble.notFinite"));
        }
        double score = probe.told(made)[0];
        if (duel.reals() instanceof ArenaMarket market) {
            double[] path = market.returns(made)[0];
            int nearest = market.nearest(path);
            ArenaPaths.Match match = market.match(path, nearest);
            double[] real = ArenaPathFigures.levels(market.window(nearest));
            return new ArenaLook(noise, ArenaPathFigures.levels(path), score, real, match.distance(), match);
        }
        double[] real = sample.nearest(made[0], made[1]);
        double distance = Math.hypot(made[0] - real[0], made[1] - real[1]);
        return new ArenaLook(noise, new double[] {made[0], made[1]}, score, real, distance, null);
    }
}
