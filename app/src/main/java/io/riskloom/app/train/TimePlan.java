package io.riskloom.app.train;

import io.riskloom.app.result.RunWords;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * About how long training takes: steps·s + v·s/(3·b), with s seconds a step of b rows, and v rows of validation, which are
 * only answered. s is {@link StepTime}'s; where the project has a run of the same model, times what that run's steps took over
 * what they should have taken. Of several the one whose steps were most alike is taken, of these the newest.
 *
 * @param source where the figures come from
 */
record TimePlan(double epochSeconds, int steps, Notice source) {

    /** The way back takes about twice as long as the way forward. */
    private static final double FORWARD = 1.0 / 3;

    private static final String SPEED = "samplesPerSecond";

    /**
     * @param multiplyAdds of a sample on the way forward, also for the specifications of the runs
     * @param runs         newest first
     */
    static TimePlan of(RunSpec spec, int rows, int validation, ToLongFunction<RunSpec> multiplyAdds, List<Run> runs) {
        int batch = Math.min(Batch.of(spec), rows);
        double usual = expected(spec, batch, multiplyAdds);
        Optional<Run> like = runs.stream()
                .filter(run -> run.spec().task().equals(spec.task())
                        && run.spec().model().equals(spec.model())
                        && speed(run) > 0)
                .min(Comparator.comparingDouble(run -> Math.abs(Math.log(expected(run, multiplyAdds) / usual))));
        double step = usual;
        Notice source = Notice.of("train.plan.time.builtIn");
        if (like.isPresent()) {
            double took = Batch.of(like.get().spec()) / speed(like.get());
            step = usual * took / expected(like.get(), multiplyAdds);
            source = Notice.of("train.plan.time.run", RunWords.number(like.get()));
        }
        int steps = (rows + batch - 1) / batch;
        return new TimePlan(steps * step + validation * step / batch * FORWARD, steps, source);
    }

    private static double expected(Run run, ToLongFunction<RunSpec> multiplyAdds) {
        return expected(run.spec(), Batch.of(run.spec()), multiplyAdds);
    }

    private static double expected(RunSpec spec, int batch, ToLongFunction<RunSpec> multiplyAdds) {
        return StepTime.of(spec.model()).seconds(multiplyAdds.applyAsLong(spec), batch);
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
