package io.riskloom.engine.service;

import io.riskloom.engine.run.RandomWalks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains on {@link RandomWalks} in a child of its own, with the environment that a run's child has. The caller starts it; the
 * last line of its output is one JSON object with {@code claims}, one for each walk, in order.
 */
public final class VerdictBench {

    /** Days of each walk. */
    public static final int DAYS = RandomWalks.DAYS;

    private VerdictBench() {}

    /**
     * @param first  number of the first walk
     * @param last   number of the last, included
     * @param folder for what is written; each run's is removed again
     */
    public static ProcessBuilder claims(int first, int last, int horizon, Path folder) throws IOException {
        ProcessBuilder builder = ChildCommand.of(ChildOptions.defaults(), VerdictBenchMain.class.getName());
        builder.command()
                .addAll(List.of(
                        Integer.toString(first), Integer.toString(last), Integer.toString(horizon), folder.toString()));
        return builder;
    }
}
