package io.riskloom.app.cli;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fresh processes of our program and of a peer in turns, each alone, in alternating order: the machine may grow slower or
 * faster while we measure.
 *
 * @param ours   must not fail
 * @param peer   its failure ends its turns, and what it told before is left out
 * @param same   refuses two programs that did not do the same work
 * @param told   hears each process's figures
 * @param missed hears why there is no peer
 */
record Turns(Program ours, Optional<Program> peer, Same same, Consumer<Trial> told, Consumer<Notice> missed) {

    private static final String SCRIPTS = "/io/riskloom/engine/benchmarks/";

    /** Runs one process to its end. */
    @FunctionalInterface
    interface Program {
        Trial run() throws NoticeException, IOException, InterruptedException;
    }

    @FunctionalInterface
    interface Same {
        void check(Trial our, Trial peer) throws NoticeException;
    }

    /** Figures of all processes of each program. */
    record Result(List<Trial> ours, List<Trial> peers) {}

    Result run(int times) throws NoticeException, IOException, InterruptedException {
        List<Trial> own = new ArrayList<>();
        List<Trial> other = new ArrayList<>();
        boolean both = peer.isPresent();
        for (int i = 0; i < times; i++) {
            boolean oursFirst = i % 2 == 0;
            if (oursFirst) {
                own.add(told(ours.run()));
            }
            both = both && other(other);
            if (!oursFirst) {
                own.add(told(ours.run()));
            }
            if (both) {
                same.check(own.getLast(), other.getLast());
            }
        }
        return new Result(List.copyOf(own), List.copyOf(other));
    }

    /** @return false where the peer cannot run */
    private boolean other(List<Trial> peers) throws IOException, InterruptedException {
        try {
            peers.add(told(peer.orElseThrow().run()));
            return true;
        } catch (NoticeException e) {
            missed.accept(e.notice());
            peers.clear();
            return false;
        }
    }

    private Trial told(Trial trial) {
        told.accept(trial);
        return trial;
    }

    /**
     * Writes one of the product's own peer scripts into a folder.
     *
     * @param name such as {@code peer_csv.py}
     */
    static Path script(String name, Path folder) throws IOException {
        Path script = folder.resolve(name);
        try (InputStream in = Turns.class.getResourceAsStream(SCRIPTS + name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + SCRIPTS + name);
            }
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }
}
