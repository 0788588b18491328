package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.model.PathGenerator;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One kind of generator of price paths: its networks, how they are taught, and what their numbers mean. As a
 * {@link PathGenerator} it draws with the weights as they are.
 */
interface PathGan extends PathGenerator {

    /**
     * What teaches the networks; close it before the generator.
     *
     * @param check of every epoch, which may draw paths of this generator
     */
    TaughtPaths teach(Duel.Check check);

    /** In which the networks live. */
    NDManager manager();

    /** What the weights file holds, by name. */
    Map<String, NDArray> state();

    /** All that is needed beside the weights to open it again. */
    GenerateModel model(int bestEpoch);

    /** From now on drawing asks this before every block of paths. */
    @Override
    void cancelWhen(BooleanSupplier asked);

    /** A trainee to be closed. */
    interface TaughtPaths extends Trainee, AutoCloseable {
        @Override
        void close();
    }
}
