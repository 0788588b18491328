package io.riskloom.app.cli;

import com.google.gson.JsonObject;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.service.StepBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Times training steps of one net after another in fresh processes, ours and a peer's in turns. */
final class TrainBench {

    private static final double MILLIS = 1e3;
    private static final int PROFILED_STEPS = 20;

    private final Path folder;
    private final Setup setup;
    private final TrialProcess process;

    /**
     * @param threads of the native library, in both programs
     * @param seconds that the timed steps of a process take; counts where steps is 0
     * @param steps   that a process times; 0 for as many as the seconds hold
     * @param rounds  that they are shared among
     * @param alike   whether the peer gets our child's environment too
     */
    record Setup(int threads, double seconds, int steps, int rounds, boolean alike) {}

    /** @param folder for everything that is written; the caller removes it */
    TrainBench(Path folder, Setup setup) {
        this.folder = folder;
        this.setup = setup;
        process = new TrialProcess(folder);
    }

    /**
     * @param python runs the peer; null for none
     * @param told   hears each process's figures
     * @param missed hears why there is no peer
     */
    BenchCase run(String net, int runs, String python, Consumer<Trial> told, Consumer<Notice> missed)
            throws NoticeException, IOException, InterruptedException {
        Turns.Program ours = () -> process.run(child(net), Trial::of);
        Optional<Turns.Program> peer = Optional.empty();
        if (python != null) {
            peer = Optional.of(() -> process.run(peer(python, net), Trial::of));
        }
        return result(net, new Turns(ours, peer, TrainBench::refuseDifferent, told, missed).run(runs));
    }

    /** Where the time of our step goes: {@code net}, {@code threads}, {@code parts} and the {@code heaviest} operators. */
    JsonObject profile(String net) throws NoticeException, IOException, InterruptedException {
        return process.run(StepBench.profile(net, setup.threads(), PROFILED_STEPS), JsonObject::getAsJsonObject);
    }

    private ProcessBuilder child(String net) throws IOException {
        return StepBench.times(net, setup.threads(), setup.seconds(), setup.steps(), setup.rounds());
    }

    private ProcessBuilder peer(String python, String net) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                python,
                Turns.script("peer_train.py", folder).toString(),
                net,
                "--threads",
                Integer.toString(setup.threads()),
                "--seconds",
                Double.toString(setup.seconds()),
                "--steps",
                Integer.toString(setup.steps()),
                "--rounds",
                Integer.toString(setup.rounds()));
        if (setup.alike()) {
            builder.environment().putAll(child(net).environment());
        }
        return builder;
    }

    /** Two programs that do not train as many weights on as many rows are not compared. */
    static void refuseDifferent(Trial our, Trial peer) throws NoticeException {
        refuseDifferent("cli.bench.otherNet", our, peer);
    }

    static void refuseDifferent(String key, Trial our, Trial peer) throws NoticeException {
        if (our.size() != peer.size() || our.check() != peer.check()) {
            throw new NoticeException(Notice.of(
                    key,
                    peer.name(),
                    peer.size(),
                    Math.round(peer.check()),
                    our.name(),
                    our.size(),
                    Math.round(our.check())));
        }
    }

    /** Medians over the rounds of all processes; the largest memory of ours. */
    static BenchCase result(String net, Turns.Result result) {
        List<Trial> ours = result.ours();
        List<Trial> peers = result.peers();
        Map<String, Double> more = new LinkedHashMap<>();
        more.put("steps", Trial.more(ours, "steps"));
        more.put("cpu", Trial.more(ours, "cpuMillis"));
        more.put("peerCpu", Trial.more(peers, "cpuMillis"));
        more.put("growthMb", Trial.more(ours, "growthMb"));
        more.put("peerPeakMb", Trial.peakMb(peers));
        return new BenchCase(
                net,
                "ms/step",
                MILLIS * Trial.all(ours),
                MILLIS * Trial.all(peers),
                peers.isEmpty() ? null : peers.getFirst().name(),
                Trial.all(peers) / Trial.all(ours),
                ours.size(),
                Trial.peakMb(ours),
                more);
    }
}
