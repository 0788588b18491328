package io.riskloom.app.cli;

import picocli.CommandLine.Option;

/** Options of every measurement. */
final class BenchOptions {

    private static final int MOST_RUNS = 100;
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--peer",
            paramLabel = "PYTHON",
            description = "A Python (path or name) that runs the same work, in turns with ours.")
    String peer;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Fresh processes of each program.")
    int runs;

    @Option(names = "--threads", paramLabel = "N", description = "Processors that our program sees; all if not given.")
    Integer threads;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    void check(Usage usage) {
        usage.range("--runs", runs, 1, MOST_RUNS);
        if (threads != null) {
            usage.range("--threads", threads, 1, MOST_THREADS);
        }
    }

    int threads() {
        return threads != null ? threads : Runtime.getRuntime().availableProcessors();
    }
}
