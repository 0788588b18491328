package io.riskloom.app.cli;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one generated price file in fresh processes, ours and a peer's in turns. */
final class CsvBench {

    /** Readings in a process, of which the first is the cold one. */
    static final int READS = 5;

    private static final int MILLION = 1_000_000;
    private static final double BYTES_A_MB = 1e6;
    private static final double HEAP_A_FILE = 2.15;
    private static final int HEAP_BESIDE_MB = 48;
    private static final int YOUNG_MB = 24;
    private static final double MORE_HEAP = 1.25;
    private static final double MOST_HEAP_A_FILE = 20;

    /** Sums of a million numbers differ in their last digits with the order of adding. */
    private static final double ROUNDING = 1e-9;

    private final Path folder;
    private final int rows;
    private final Path file;
    private final TrialProcess process;
    private final double fileMb;
    private double heapMb;

    /** @param folder for everything that is written; the caller removes it */
    CsvBench(Path folder, int rows) throws IOException {
        this.folder = folder;
        this.rows = rows;
        file = folder.resolve("prices.csv");
        OhlcvFile.write(file, rows);
        process = new TrialProcess(folder);
        fileMb = Files.size(file) / BYTES_A_MB;
        heapMb = HEAP_A_FILE * fileMb + HEAP_BESIDE_MB;
    }

    /**
     * @param python runs the peer; null for none
     * @param told   hears each process's figures
     * @param missed hears why there is no peer
     */
    BenchCase run(int runs, int threads, String python, Consumer<Trial> told, Consumer<Notice> missed)
            throws NoticeException, IOException, InterruptedException {
        Turns turns = new Turns(() -> own(threads), peer(python, missed), CsvBench::refuseDifferent, told, missed);
        Turns.Result result = turns.run(runs);
        return result(rows, result.ours(), result.peers(), fileMb, heapMb);
    }

    /** As the start script starts us, but with a heap that keeps the process small; one that is too small is raised. */
    private Trial own(int threads) throws NoticeException, IOException, InterruptedException {
        while (true) {
            List<String> flags = List.of(
                    "-XX:+UseSerialGC",
                    "-Xmn" + YOUNG_MB + "m",
                    "-Xmx" + Math.round(heapMb) + "m",
                    "-XX:ActiveProcessorCount=" + threads);
            try {
                return process.run(TrialProcess.java(flags, CsvTrial.class, file.toString(), Integer.toString(READS)));
            } catch (NoticeException e) {
                boolean full = e.notice().args().getLast().contains(OutOfMemoryError.class.getName());
                if (!full || heapMb > MOST_HEAP_A_FILE * fileMb + HEAP_BESIDE_MB) {
                    throw e;
                }
                heapMb *= MORE_HEAP;
            }
        }
    }

    private Optional<Turns.Program> peer(String python, Consumer<Notice> missed) throws IOException {
        if (python == null) {
            missed.accept(Notice.of("cli.bench.noPeerNamed", "pandas"));
            return Optional.empty();
        }
        String script = Turns.script("peer_csv.py", folder).toString();
        List<String> command = List.of(python, script, file.toString(), Integer.toString(READS));
        return Optional.of(() -> process.run(command));
    }

    /** Two programs that do not read the same rows are not compared. */
    static void refuseDifferent(Trial our, Trial peer) throws NoticeException {
        boolean same =
                our.size() == peer.size() && Math.abs(our.check() - peer.check()) <= ROUNDING * Math.abs(our.check());
        if (!same) {
            throw new NoticeException(Notice.of(
                    "cli.bench.disagree", peer.name(), peer.size(), peer.check(), our.name(), our.size(), our.check()));
        }
    }

    /** Medians over all processes; {@code ratio} of the later readings, {@code coldRatio} of the first ones. */
    static BenchCase result(int rows, List<Trial> ours, List<Trial> peers, double fileMb, double heapMb) {
        Map<String, Double> more = new LinkedHashMap<>();
        more.put("cold", Trial.cold(ours));
        more.put("coldPeer", Trial.cold(peers));
        more.put("coldRatio", Trial.cold(peers) / Trial.cold(ours));
        more.put("fileMb", fileMb);
        more.put("peakOverFile", Trial.peakMb(ours) / fileMb);
        more.put("peerPeakMb", Trial.peakMb(peers));
        more.put("heapMb", heapMb);
        return new BenchCase(
                rows == MILLION ? "rows-1m" : "rows-" + rows,
                "seconds",
                Trial.warm(ours),
                Trial.warm(peers),
                peers.isEmpty() ? null : peers.getFirst().name(),
                Trial.warm(peers) / Trial.warm(ours),
                ours.size(),
                Trial.peakMb(ours),
                more);
    }
}
