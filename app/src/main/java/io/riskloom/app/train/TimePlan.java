package io.riskloom.app.train;

import io.riskloom.app.result.RunWords;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * About how long training takes: steps·s + v·s/(3·b), with s seconds a step of b rows, and v rows of validation, which are
 * only answered. s is {@link StepTime}'s; where the project has a run of the same model on the same device with as many
 * threads, times what that run's steps took over what they should have taken. Of several the one whose steps were most alike
 * is taken, of these the newest. On a GPU threads do not count. The device is that of the newest run, since it is chosen
 * the same way each time, and the processor before there is any.
 *
 * @param source where the figures come from
 */
record TimePlan(double epochSeconds, int steps, Notice source) {

    /** The way back takes about twice as long as the way forward. */
    private static final double FORWARD = 1.0 / 3;

    private static final String CPU = "cpu";
    private static final String SPEED = "samplesPerSecond";

    /**
     * @param threads      of the run to come
     * @param multiplyAdds of a sample on the way forward, also for the specifications of the runs
     * @param runs         newest first
     */
    static TimePlan of(
            RunSpec spec, int rows, int validation, int threads, ToLongFunction<RunSpec> multiplyAdds, List<Run> runs) {
        int learnt = Batch.of(spec, rows) * Batch.updates(spec);
        double usual = expected(spec, learnt, threads, multiplyAdds);
        String device = runs.isEmpty() ? CPU : runs.getFirst().provenance().lastDevice();
        Optional<Run> like = runs.stream()
                .filter(run -> run.spec().task().equals(spec.task())
                        && run.spec().model().equals(spec.model())
                        && trained(run.provenance(), device, threads)
                        && speed(run) > 0)
                .min(Comparator.comparingDouble(
                        run -> Math.abs(Math.log(expected(run, threads, multiplyAdds) / usual))));
        double step = usual;
        Notice source = threads == 1 || !StepTime.of(spec).shared()
                ? Notice.of("train.plan.time.builtIn")
                : Notice.of("train.plan.time.builtIn.threads", threads);
        if (like.isPresent()) {
            double took = learnt(like.get().spec()) / speed(like.get());
            step = usual * took / expected(like.get(), threads, multiplyAdds);
            source = Notice.of("train.plan.time.run", RunWords.number(like.get()));
        }
        int steps = Batch.steps(spec, rows);
        return new TimePlan(steps * step + validation * step / learnt * FORWARD, steps, source);
    }

    /** Whether all sessions of a run were such. */
    private static boolean trained(Provenance provenance, String device, int threads) {
        return like(provenance.device(), provenance.threads(), device, threads)
                && like(provenance.lastDevice(), provenance.lastThreads(), device, threads);
    }

    private static boolean like(String device, int threads, String wanted, int wantedThreads) {
        return device.equals(wanted) && (!wanted.equals(CPU) || threads == wantedThreads);
    }

    private static int learnt(RunSpec spec) {
        return Batch.of(spec) * Batch.updates(spec);
    }

    private static double expected(Run run, int threads, ToLongFunction<RunSpec> multiplyAdds) {
        return expected(run.spec(), learnt(run.spec()), threads, multiplyAdds);
    }

    private static double expected(RunSpec spec, int rows, int threads, ToLongFunction<RunSpec> multiplyAdds) {
        return StepTime.of(spec).seconds(multiplyAdds.applyAsLong(spec), rows, threads);
    }

    /** Median over the epochs; 0 where none tells it. */
    private static double speed(Run run) {
        double[] speeds = run.epochs().stream()
                .map(EpochReport::values)
                .mapToDouble(values -> values.getOrDefault(SPEED, Double.NaN))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return speeds.length == 0 ? 0 : speeds[speeds.length / 2];
    }
}
