package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Its first weight is the number of its epoch, the second counts the rows of the epoch's steps; scores are given. A
 * step of more rows than {@code memory} finds none.
 */
class ScriptedTrainee implements Trainee {

    static final int ROWS = 32;

    private final NDArray weight;
    private final NDArray rows;
    private final double[] scores;
    final List<Double> factors = new ArrayList<>();
    private int batch = 8;
    int memory = ROWS;
    int shortFromEpoch;
    private int epoch;
    final List<Long> resumedAt = new ArrayList<>();
    int brokenOff;
    int failsInEpoch = -1;

    ScriptedTrainee(NDManager manager, double... scores) {
        weight = manager.zeros(new Shape(1));
        rows = manager.zeros(new Shape(1));
        this.scores = scores;
    }

    @Override
    public int steps() {
        return ROWS / batch;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int rows(int index) {
        return batch;
    }

    @Override
    public void batch(int wanted) {
        batch = wanted;
    }

    @Override
    public double peakRate() {
        return 1;
    }

    @Override
    public void begin(long seed, int from) {
        epoch = (int) weight.getFloat(0) + (from == 0 ? 1 : 0);
        weight.set(new float[] {epoch});
        if (from == 0) {
            rows.set(new float[] {0});
        }
    }

    @Override
    public double step(int index, double factor) {
        if (batch > memory && epoch >= shortFromEpoch) {
            throw new EngineException("DefaultCPUAllocator: can't allocate memory: you tried to allocate 99 bytes.");
        }
        assertEquals(index * batch, rows.getFloat(0), "rows before the step");
        rows.addi(batch);
        factors.add(factor);
        return epoch == failsInEpoch && index == 2 ? Double.NaN : 1;
    }

    @Override
    public void breakOff() {
        brokenOff++;
    }

    @Override
    public Optional<Figures> end(long learnt, BooleanSupplier cancelled) {
        assertEquals(learnt, rows.getFloat(0), "rows of the epoch");
        return cancelled.getAsBoolean()
                ? Optional.empty()
                : Optional.of(new Figures(1, scores[epoch - 1], scores[epoch - 1], Map.of()));
    }

    @Override
    public Collection<NDArray> trained() {
        return List.of(weight);
    }

    @Override
    public Map<String, NDArray> weights() {
        return Map.of("weight", weight);
    }

    @Override
    public Map<String, NDArray> state() {
        return Map.of("weight", weight, "rows", rows);
    }

    @Override
    public void resumeAt(long steps) {
        resumedAt.add(steps);
    }
}
