package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.GenerateSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The three phases of TimeGAN: embedder, then supervisor and recovery, then all with the judge. An epoch is of one phase, which
 * follows from the epochs before it. An epoch of the first two is never the best.
 */
final class TimeLessons implements PathGan.TaughtPaths {
    /** Score of an epoch before the judge has spoken. */
    private static final double UNJUDGED = 1e6;

    private final TimeGenerator generator;
    private final Duel joint;
    private final Optimiser alone;
    private final NDManager data;
    private final NDArray sum;
    private final NDArray taught;
    private final double rate;
    private final NDArray ended;
    private final long each;
    private Phase phase;

    private enum Phase {
        EMBEDDING,
        SUPERVISED,
        JOINT
    }

    TimeLessons(GenerateSpec spec, TimeGenerator generator, Duel joint) {
        this.generator = generator;
        this.joint = joint;
        this.alone = Optimiser.of(generator.network(), spec);
        this.data = generator.network().manager().newSubManager();
        this.sum = data.zeros(new Shape(1));
        this.taught = data.zeros(new Shape(1));
        this.ended = data.zeros(new Shape(1));
        this.rate = spec.learningRate();
        this.each = Math.round(spec.pretraining() / 2 * spec.epochs());
    }

    @Override
    public void begin(long seed, int from) {
        long before = Math.round(ended.getFloat(0));
        phase = before < each ? Phase.EMBEDDING : before < 2 * each ? Phase.SUPERVISED : Phase.JOINT;
        joint.begin(seed, from);
        if (from == 0) {
            sum.muli(0);
        }
    }

    @Override
    public double step(int index, double factor) {
        return phase == Phase.JOINT ? joint.step(index, factor) : alone(index, factor);
    }

    private double alone(int index, double factor) {
        try (NDManager update = data.newSubManager()) {
            NDArray real = joint.real(index, update);
            NDArray loss =
                    Torch.recorded(() -> phase == Phase.EMBEDDING ? generator.lost(real) : generator.surprise(real));
            NDArray plain = loss.stopGradient();
            plain.attach(update);
            sum.addi(plain.mul(joint.rows(index)));
            taught.addi(1);
            double norm = alone.step(loss, rate * factor);
            joint.follow();
            return norm;
        }
    }

    @Override
    public Optional<Figures> end(long rows, BooleanSupplier cancelled) {
        Optional<Figures> figures = joint.end(rows, cancelled);
        if (figures.isPresent()) {
            ended.addi(1);
        }
        return phase == Phase.JOINT ? figures : figures.map(f -> unjudged(f, sum.getFloat(0) / rows));
    }

    private Figures unjudged(Figures figures, double loss) {
        Map<String, Double> values = new HashMap<>(figures.values());
        values.put(phase == Phase.EMBEDDING ? "embeddingLoss" : "supervisedLoss", loss);
        return new Figures(loss, loss, UNJUDGED, values);
    }

    @Override
    public int steps() {
        return joint.steps();
    }

    @Override
    public int batch() {
        return joint.batch();
    }

    @Override
    public int rows(int index) {
        return joint.rows(index);
    }

    @Override
    public void batch(int rows) {
        joint.batch(rows);
    }

    @Override
    public double peakRate() {
        return joint.peakRate();
    }

    @Override
    public void breakOff() {
        joint.breakOff();
    }

    @Override
    public Collection<NDArray> trained() {
        return joint.trained();
    }

    @Override
    public Map<String, NDArray> weights() {
        return joint.weights();
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>(joint.state());
        alone.state().forEach((name, array) -> state.put("alone." + name, array));
        state.put("alone.sum", sum);
        state.put("alone.steps", taught);
        state.put("alone.epochs", ended);
        return state;
    }

    @Override
    public void resumeAt(long steps) {
        long before = Math.round(taught.getFloat(0));
        alone.resumeAt(before);
        joint.resumeAt(steps - before);
        joint.followed(steps);
    }

    @Override
    public void close() {
        alone.close();
        data.close();
        joint.close();
    }
}
