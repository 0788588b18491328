package io.riskloom.app.cli;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.service.PathBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Times drawing paths in fresh processes, ours and a peer's in turns, and writing them as CSV. */
final class GenerateBench {

    /** Writing paths, which no peer does. */
    static final String CSV = "csv-paths";

    private static final double MB = 1e6;

    private final Path folder;
    private final int threads;
    private final int rounds;
    private final TrialProcess process;

    /**
     * @param folder  for everything that is written; the caller removes it
     * @param threads of the native library, in both programs
     * @param rounds  of each process, after one that warms up
     */
    GenerateBench(Path folder, int threads, int rounds) {
        this.folder = folder;
        this.threads = threads;
        this.rounds = rounds;
        process = new TrialProcess(folder);
    }

    static List<String> cases() {
        List<String> cases = new ArrayList<>(PathBench.NETS);
        cases.add(CSV);
        return cases;
    }

    /**
     * @param python runs the peer; null for none
     * @param told   hears each process's figures
     * @param missed hears why there is no peer
     */
    BenchCase run(String name, int runs, String python, Consumer<Trial> told, Consumer<Notice> missed)
            throws NoticeException, IOException, InterruptedException {
        boolean csv = name.equals(CSV);
        Turns.Program ours = () -> process.run(
                csv ? PathBench.csv(folder.resolve("paths.csv"), rounds) : PathBench.draw(name, threads, rounds),
                Trial::of);
        Optional<Turns.Program> peer = Optional.empty();
        if (python != null && !csv) {
            peer = Optional.of(() -> process.run(peer(python, name), Trial::of));
        }
        Turns.Result result = new Turns(ours, peer, GenerateBench::refuseDifferent, told, missed).run(runs);
        return csv ? written(result.ours()) : drawn(name, result);
    }

    private ProcessBuilder peer(String python, String name) throws IOException {
        return new ProcessBuilder(
                python,
                Turns.script("peer_generate.py", folder).toString(),
                name,
                "--threads",
                Integer.toString(threads),
                "--rounds",
                Integer.toString(rounds));
    }

    /** Two programs that do not draw as many numbers with as many weights are not compared. */
    static void refuseDifferent(Trial our, Trial peer) throws NoticeException {
        TrainBench.refuseDifferent("cli.bench.otherPaths", our, peer);
    }

    /** Medians over the rounds of all processes. */
    static BenchCase drawn(String name, Turns.Result result) {
        List<Trial> ours = result.ours();
        List<Trial> peers = result.peers();
        Map<String, Double> more = new LinkedHashMap<>();
        more.put("peerPeakMb", Trial.peakMb(peers));
        return new BenchCase(
                name,
                "s",
                Trial.all(ours),
                Trial.all(peers),
                peers.isEmpty() ? null : peers.getFirst().name(),
                Trial.all(peers) / Trial.all(ours),
                ours.size(),
                Trial.peakMb(ours),
                more);
    }

    /** 10⁶ bytes a second. */
    static BenchCase written(List<Trial> ours) {
        double speed = ours.getFirst().size() / MB / Trial.all(ours);
        return new BenchCase(
                CSV, "MB/s", speed, Double.NaN, null, Double.NaN, ours.size(), Trial.peakMb(ours), Map.of());
    }
}
