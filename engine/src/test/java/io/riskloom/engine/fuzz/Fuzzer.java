package io.riskloom.engine.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Feeds a target with changed inputs for a given time. An input that passes a new place of the instrumented code, or one more
 * often than before, joins those that are changed further.
 */
public final class Fuzzer {

    /** What is fuzzed. */
    public interface Target {
        void accept(byte[] input) throws Exception;
    }

    private static final int RECENT = 16;

    private final Target target;
    private final Random random;
    private final Mutator mutator;
    private final Coverage coverage = new Coverage();
    private final List<byte[]> corpus = new ArrayList<>();
    private volatile byte[] current = new byte[0];
    private long executions;

    /**
     * @param target     throws where an input shows a fault; its classes come from an {@link InstrumentingLoader}
     * @param dictionary pieces that inputs are made of
     */
    public Fuzzer(Target target, List<byte[]> dictionary, long seed) {
        this.target = target;
        this.random = new Random(seed);
        this.mutator = new Mutator(random, dictionary);
    }

    /** @throws AssertionError with the input in hexadecimal digits and the fault as its cause */
    public Result run(List<byte[]> seeds, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (byte[] seed : seeds) {
            execute(seed);
        }
        int seeded = coverage.places();
        while (System.nanoTime() < end) {
            boolean recent = random.nextBoolean() && corpus.size() > RECENT;
            int parent = recent ? corpus.size() - 1 - random.nextInt(RECENT) : random.nextInt(corpus.size());
            byte[] other = corpus.get(random.nextInt(corpus.size()));
            execute(mutator.mutate(corpus.get(parent), other));
        }
        return new Result(executions, corpus.size(), seeded, coverage.places());
    }

    private void execute(byte[] input) {
        current = input;
        Coverage.clear();
        try {
            target.accept(input);
        } catch (Exception | Error e) {
            throw new AssertionError("input " + current(), e);
        }
        executions++;
        if (coverage.isNew() || corpus.isEmpty()) {
            corpus.add(input);
        }
    }

    /** The input in work, in hexadecimal digits. */
    public String current() {
        return HexFormat.of().formatHex(current);
    }

    /**
     * @param inputs kept ones
     * @param seeded places that the seeds passed
     * @param places places that all inputs passed
     */
    public record Result(long executions, int inputs, int seeded, int places) {}
}
