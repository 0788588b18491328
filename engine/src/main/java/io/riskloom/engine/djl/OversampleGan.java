package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder.Input;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Learning;
import io.riskloom.engine.model.RunMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Rows like the given ones, from a small Wasserstein GAN with gradient penalty that learns these rows alone. Of its epochs
 * the one is kept whose rows lie nearest to them by {@link SlicedDistance}. Two applicants with the same columns may come out.
 */
final class OversampleGan {
    private static final int LATENT = 32;
    private static final int UNITS = 128;
    private static final int BATCH = 64;
    private static final int CRITIC_STEPS = 3;
    private static final double RATE = 2e-3;
    private static final double PENALTY = 10;
    private static final int PATIENCE = 12;
    /** An epoch goes through few rows several times, so that the generator makes so many steps. */
    private static final int STEPS = 25;

    private static final int DRAW = 1;

    private OversampleGan() {}

    /** Adam with a short memory, as gradient penalties want it. */
    private record Manner() implements Learning {
        @Override
        public String optimiser() {
            return "adam";
        }

        @Override
        public double learningRate() {
            return RATE;
        }

        @Override
        public double momentum() {
            return 0.5;
        }

        @Override
        public String schedule() {
            return "cosine";
        }

        @Override
        public double warmup() {
            return 0;
        }
    }

    private record Rows(Network network, OversampleBlock block) implements Sampler {
        @Override
        public NDArray noise(NDManager manager, int rows) {
            return block.noise(manager, rows);
        }
    }

    /** Pauses and cancels are heard; to keep what is learnt is for the run's own networks, which need all rows. */
    private record Unheard(RunMonitor outer) implements RunMonitor {
        @Override
        public void onEpoch(EpochReport report) {
            // only the run's own are reported
        }

        @Override
        public boolean cancelled() {
            return outer.cancelled();
        }

        @Override
        public boolean paused() {
            return outer.paused();
        }

        @Override
        public void halted(int epoch, int steps, int all) {
            outer.halted(1, 0, all);
        }
    }

    /**
     * What a GAN learns.
     *
     * @param inputs      what the inputs say
     * @param rows        encoded, at least one
     * @param fingerprint of the run
     * @param epochs      at most
     */
    record Task(List<Input> inputs, float[][] rows, String fingerprint, long seed, int epochs) {}

    /**
     * @param folder where it keeps its checkpoint, from which it goes on
     * @param count  rows to make
     * @throws CancellationException where the run is cancelled meanwhile
     */
    static float[][] rows(Task task, int count, Path folder, RunMonitor monitor) throws NoticeException, IOException {
        OversampleChoices choices = OversampleChoices.of(task.inputs(), task.rows());
        Torch.seed(task.seed());
        OversampleBlock block = new OversampleBlock(choices, LATENT, UNITS);
        Shape width = new Shape(choices.width());
        try (Sampler sampler = new Rows(new Network(block, block.noise()), block);
                Network critic = new Network(Mlp.leaky(UNITS, 1), width);
                Duel lessons = lessons(task, sampler, critic)) {
            TrainingLoop.Plan plan = new TrainingLoop.Plan(
                    task.fingerprint(), task.seed(), task.epochs(), PATIENCE, Schedule.of(new Manner(), task.epochs()));
            NDManager manager = sampler.network().manager();
            if (new TrainingLoop(lessons, manager, plan, folder, new Unheard(monitor))
                    .run()
                    .cancelled()) {
                throw new CancellationException();
            }
            WeightsFile.read(new RunFolder(folder).weights(), sampler.network().state(), manager);
            sampler.network().cancelWhen(monitor::cancelled);
            return drawn(sampler, choices, count, task.seed());
        }
    }

    private static Duel lessons(Task task, Sampler sampler, Network critic) {
        int wanted = BATCH * CRITIC_STEPS * STEPS;
        int times = Math.ceilDiv(wanted, task.rows().length);
        float[][] repeated = new float[task.rows().length * times][];
        Arrays.setAll(repeated, i -> task.rows()[i % task.rows().length]);
        int width = task.rows()[0].length;
        Samples samples = new Samples(CreditCases.flat(repeated), new Shape(width), new float[repeated.length], 1);
        return new WassersteinGan(
                new Manner(),
                sampler,
                new Duel.Judge(critic, "critic", RATE, CRITIC_STEPS),
                PENALTY,
                Duel.Lessons.plain(samples, BATCH),
                Duel.Check.distance(new SlicedDistance(task.rows(), task.seed())::of));
    }

    private static float[][] drawn(Sampler sampler, OversampleChoices choices, int count, long seed) {
        float[][] rows = new float[count][];
        int width = choices.width();
        Torch.seed(Torch.mix(seed, DRAW));
        int chunk = Network.chunk(new Shape(width));
        for (int from = 0; from < count; from += chunk) {
            sampler.network().checkCancelled();
            int part = Math.min(chunk, count - from);
            float[] flat = sampler.draw(part);
            for (int i = 0; i < part; i++) {
                rows[from + i] = choices.closest(Arrays.copyOfRange(flat, i * width, (i + 1) * width));
            }
        }
        return rows;
    }
}
