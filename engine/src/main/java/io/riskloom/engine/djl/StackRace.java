package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.lesson.BlockTrace;
import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.RaceSettings;
import io.riskloom.engine.lesson.RaceTask;
import io.riskloom.engine.lesson.WildDays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * A plain and a residual stack that learn the same task from the same batches, layers of the same name from the same first
 * weights. The same settings give the same numbers, however the steps are asked for. Used by one thread.
 */
public final class StackRace implements AutoCloseable {

    /** A check reads hundreds of windows, which takes as long as some steps. */
    private static final int CHECK_EVERY = 10;

    /** Makes a stack, the residual one where asked. */
    interface Stacks {
        RaceStack of(RaceSettings settings, boolean residual);
    }

    private final RaceSettings settings;
    private final LongSupplier clock;
    private final WildDays days;
    private final RaceTask task;
    private final Racer plain;
    private final Racer residual;
    private final float[] validInputs;
    private final float[] validTargets;
    private int step;
    private int checked;
    private int[] order = {};
    private double plainRight = Double.NaN;
    private double residualRight = Double.NaN;

    /** @throws NoticeException {@code residual.error.short}, see {@link WildDays} */
    public StackRace(RaceSettings settings, PriceHistory history) throws NoticeException {
        this(settings, history, RaceStack::of, System::nanoTime);
    }

    /** @param clock nanoseconds */
    StackRace(RaceSettings settings, PriceHistory history, Stacks stacks, LongSupplier clock) throws NoticeException {
        this.settings = settings;
        this.clock = clock;
        this.days = new WildDays(history);
        this.task = days.words();
        Torch.enter(Torch.Load.SMALL);
        int[] all = IntStream.range(0, days.validSize()).toArray();
        this.validInputs = days.validInputs(all);
        this.validTargets = days.validTargets(all);
        int[] first = batch(0);
        List<Racer> made = new ArrayList<>();
        try {
            for (boolean shortcuts : new boolean[] {false, true}) {
                Racer racer = new Racer(stacks.of(settings, shortcuts), settings.rate());
                made.add(racer);
                racer.look(days.trainInputs(first), days.trainTargets(first));
            }
            this.plain = made.getFirst();
            this.residual = made.getLast();
            check();
        } catch (RuntimeException | Error e) {
            made.forEach(Racer::close);
            throw e;
        }
    }

    /**
     * Makes some steps; none leaves everything as it is.
     *
     * @param block  whose trace is wanted, from 0; the nearest there is
     * @param sample number of the checked window that is traced, the nearest there is
     * @param stopped asked before every step: a frame that nobody waits for ends early, one measured step later, and its losses are
     *     told by the next one
     */
    public RaceFrame advance(int steps, int block, int sample, BooleanSupplier stopped) {
        Torch.enter(Torch.Load.SMALL);
        long nanoseconds = 0;
        int made = 0;
        while (made < steps && !stopped.getAsBoolean()) {
            made++;
            nanoseconds += step(made == steps);
        }
        if (made > 0 && made < steps) {
            // gradients and spreads are to be those of the last step, here too
            made++;
            nanoseconds += step(true);
        }
        boolean heard = !stopped.getAsBoolean();
        double milliseconds = made == 0 ? Double.NaN : nanoseconds / 1e6 / made;
        return new RaceFrame(
                step,
                checked,
                task,
                plain.figures(plainRight, heard),
                residual.figures(residualRight, heard),
                trace(Math.clamp(block, 0, settings.blocks() - 1), Math.clamp(sample, 0, days.validSize() - 1)),
                milliseconds);
    }

    /** Both stacks'; how many nanoseconds they took. */
    private long step(boolean measured) {
        long started = clock.getAsLong();
        int[] rows = batch(step);
        float[] inputs = days.trainInputs(rows);
        float[] targets = days.trainTargets(rows);
        plain.step(inputs, targets, measured);
        residual.step(inputs, targets, measured);
        long took = clock.getAsLong() - started;
        step++;
        if (step % CHECK_EVERY == 0) {
            check();
        }
        return took;
    }

    /**
     * Windows of a step, in an order that hangs on the seed and the epoch. None comes twice in an epoch; those that fill no
     * batch at its end are left out of it, others each time.
     */
    int[] batch(int number) {
        int perEpoch = Math.max(1, days.trainSize() / settings.batch());
        int within = number % perEpoch;
        if (within == 0 || order.length == 0) {
            order = shuffled(number / perEpoch);
        }
        int from = within * settings.batch();
        return Arrays.copyOfRange(order, from, Math.min(order.length, from + settings.batch()));
    }

    private int[] shuffled(int epoch) {
        SplittableRandom random = new SplittableRandom(Torch.mix(settings.seed(), epoch));
        int[] rows = IntStream.range(0, days.trainSize()).toArray();
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = rows[i];
            rows[i] = rows[other];
            rows[other] = kept;
        }
        return rows;
    }

    private void check() {
        checked = step;
        plainRight = right(plain.answers(validInputs));
        residualRight = right(residual.answers(validInputs));
    }

    private double right(double[] answers) {
        double[] right = new double[2];
        int[] count = new int[2];
        for (int i = 0; i < answers.length; i++) {
            int wild = validTargets[i] > 0.5 ? 1 : 0;
            count[wild]++;
            right[wild] += answers[i] > 0.5 == (wild == 1) ? 1 : 0;
        }
        if (Double.isNaN(answers[0])) {
            return Double.NaN;
        }
        return count[0] == 0 || count[1] == 0
                ? (right[0] + right[1]) / answers.length
                : (right[0] / count[0] + right[1] / count[1]) / 2;
    }

    private BlockTrace trace(int number, int sample) {
        RaceBlock block = residual.stack().block(number);
        Network network = residual.stack().network();
        List<BlockTrace.Stage> stages = new ArrayList<>();
        double answer;
        block.watch((stage, values) -> stages.add(new BlockTrace.Stage(stage, matrix(values))));
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray x = scratch.create(days.validInputs(sample), Network.batchOf(1, RaceStack.INPUT));
            answer = Losses.sigmoid(network.forward(x, false).getFloat(0));
        } finally {
            block.watchNoMore();
        }
        return new BlockTrace(
                number,
                sample,
                days.validDay(sample),
                days.validTargets(sample)[0] > 0,
                answer,
                number == settings.widening() ? 2 : 1,
                block.projected(),
                stages);
    }

    private static double[][] matrix(NDArray values) {
        int channels = Math.toIntExact(values.getShape().get(1));
        int across = Math.toIntExact(values.getShape().get(2));
        float[] flat = values.toFloatArray();
        double[][] matrix = new double[channels][across];
        for (int i = 0; i < flat.length; i++) {
            matrix[i / across][i % across] = flat[i];
        }
        return matrix;
    }

    @Override
    public void close() {
        plain.close();
        residual.close();
    }
}
