package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaSettings;
import java.util.SplittableRandom;

/** Updates of the two networks of a duel. */
final class ArenaTeaching {
    private final ArenaDuel duel;

    ArenaTeaching(ArenaDuel duel) {
        this.duel = duel;
    }

    /**
     * What an update starts from.
     *
     * @param real   null where the generator is taught
     * @param random for what else it draws
     */
    record Batch(NDArray noise, NDArray real, SplittableRandom random) {}

    /** One step; ends early where a gradient is not finite. */
    boolean step(ArenaPhase phase, ArenaMeans means) {
        for (int i = 0; i < duel.discriminatorUpdates(phase); i++) {
            if (!teachDiscriminator(means)) {
                return false;
            }
        }
        for (int i = 0; i < duel.generatorUpdates(phase); i++) {
            if (!teachGenerator(means)) {
                return false;
            }
        }
        return true;
    }

    /** One update; whether its gradient was finite. */
    boolean teachDiscriminator(ArenaMeans means) {
        try (NDManager update = duel.manager()) {
            return means.discriminator(discriminator(batch(update, true)));
        }
    }

    /** One update; whether its gradient was finite. */
    boolean teachGenerator(ArenaMeans means) {
        try (NDManager update = duel.manager()) {
            return means.generator(generator(batch(update, false)));
        }
    }

    /** The next update's draws. */
    Batch batch(NDManager update, boolean withReal) {
        ArenaSettings settings = duel.settings();
        SplittableRandom random = duel.draws();
        float[] noise = ArenaNoise.draw(settings.noise(), random, settings.batch());
        NDArray real = withReal
                ? rows(
                        update,
                        duel.reals().draw(random, settings.batch()),
                        duel.reals().width())
                : null;
        return new Batch(rows(update, noise, settings.noise().dimension()), real, random);
    }

    static NDArray rows(NDManager manager, float[] numbers, int width) {
        return manager.create(numbers, new Shape(numbers.length / width, width));
    }

    ArenaTaught discriminator(Batch batch) {
        Network judge = duel.discriminator().network();
        NDArray real = batch.real();
        NDArray fake = duel.made(batch.noise());
        NDArray both = NDArrays.concat(new NDList(real, fake));
        double weight = duel.settings().rule().penalty();
        NDList losses = Torch.recorded(() -> {
            NDList answers = judge.forward(both, true).split(2);
            NDArray onReal = duel.rule().onReal(answers.get(0)).mean();
            NDArray plain = onReal.add(duel.rule().onFake(answers.get(1)).mean());
            if (weight == 0) {
                return new NDList(plain);
            }
            NDArray between = between(real.getManager(), batch.random(), real, fake);
            NDArray penalty = Recorded.times(WassersteinGan.penalty(judge, between), weight);
            return new NDList(plain.add(penalty), penalty);
        });
        double loss = losses.head().getFloat();
        double penalty = weight == 0 ? 0 : losses.get(1).getFloat();
        return new ArenaTaught(loss, penalty, duel.discriminator().step(losses.head()));
    }

    /** A random place between each real row and a generated one. */
    static NDArray between(NDManager manager, SplittableRandom random, NDArray real, NDArray fake) {
        float[] shares = new float[Math.toIntExact(real.getShape().get(0))];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) random.nextDouble();
        }
        return fake.add(real.sub(fake).mul(rows(manager, shares, 1)));
    }

    ArenaTaught generator(Batch batch) {
        NDArray loss = Torch.recorded(() -> {
            NDArray fake = duel.generator().network().forward(batch.noise(), true);
            NDArray answers = duel.discriminator().network().forward(fake, true);
            return duel.rule().ofGenerator(answers).mean();
        });
        double value = loss.getFloat();
        return new ArenaTaught(value, 0, duel.generator().step(loss));
    }
}
