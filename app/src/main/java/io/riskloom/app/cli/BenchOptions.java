package io.riskloom.app.cli;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import picocli.CommandLine.Option;

/** Options of every measurement. */
final class BenchOptions {

    private static final int MOST_RUNS = 100;

    @Option(
            names = "--peer",
            paramLabel = "PYTHON",
            description = "A Python (path or name) that runs the same work, in turns with ours.")
    String peer;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Fresh processes of each program.")
    int runs;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    void check(Usage usage) {
        usage.range("--runs", runs, 1, MOST_RUNS);
    }

    /** Says why there is no peer. */
    static void missed(Texts texts, Notice reason) {
        System.err.println(texts.get("cli.bench.noPeer", reason));
    }
}
