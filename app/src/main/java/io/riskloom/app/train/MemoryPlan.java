package io.riskloom.app.train;

import io.riskloom.app.train.LayerPlan.Row;
import io.riskloom.engine.model.CreditMembers;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Memory that training takes at its fullest, in bytes, with numbers of four bytes. A layer takes for each weight the weight
 * itself, its gradient and what the optimiser remembers of it (two numbers for Adam, one for SGD), and for each row of a batch
 * what the way forward leaves for the way back and the gradient of its answer.
 *
 * @param layers one a row of the layer table
 * @param data   the rows of an epoch as they are, in the epoch's order and on their way to the native library
 * @param engine the process without a network
 */
record MemoryPlan(List<Long> layers, long data, long engine) {

    private static final long NUMBER = 4;
    private static final long COPIES = 3;
    private static final Pattern JUDGE = Pattern.compile("train\\.layer\\.(d\\d|real|critic\\..*)");
    /**
     * Resident memory at its fullest of engines that trained and judged small networks with PyTorch 2.7.1 on Linux x86-64 (MLP
     * 324 MiB, LSTM 452 MiB, small CNN 411 MiB), less their networks and data.
     */
    private static final long ENGINE = 400L << 20;

    MemoryPlan {
        layers = List.copyOf(layers);
    }

    /** @param rows that an epoch learns */
    static MemoryPlan of(LayerPlan plan, RunSpec spec, int rows) {
        long each = 2 + (spec.optimiser().equals("sgd") ? 1 : 2);
        long batch = Batch.of(spec, rows);
        List<Long> layers = plan.rows().stream()
                .map(row -> NUMBER * (each * row.parameters() + batch * passes(row, spec) * (row.kept() + row.size())))
                .toList();
        long input = plan.rows().stream().findFirst().map(Row::size).orElse(0L);
        return new MemoryPlan(layers, NUMBER * COPIES * rows * input * networks(spec), ENGINE);
    }

    /** Networks that learn side by side, each from rows of its own; of an ensemble as many as there can be. */
    static int networks(RunSpec spec) {
        return spec instanceof CreditSpec credit
                ? CreditMembers.of(credit, true).size()
                : 1;
    }

    /**
     * How many batches go through a layer before the way back: the judge of a GAN answers real and generated windows (of
     * applicants also those put together again), a
     * critic also what lies between them, whose gradient is itself differentiated and keeps about twice the way forward.
     */
    private static int passes(Row row, RunSpec spec) {
        if (!JUDGE.matcher(row.layer().key()).matches()) {
            return 1;
        }
        if (!(spec instanceof GenerateSpec s)) {
            return 3;
        }
        return s.adversarialLoss().equals("wgan-gp") && s.penalty() > 0 ? 5 : 2;
    }

    /** All layers together. */
    long network() {
        return layers.stream().mapToLong(Long::longValue).sum();
    }

    long total() {
        return network() + data + engine;
    }
}
