package io.riskloom.engine.djl;

import io.riskloom.engine.judge.FactScale;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.model.RunMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How near a generator has come after an epoch: the stylised facts of its paths against those of the validation span. The same
 * noise in every epoch. What it saw is kept for the play-back, which is written as the epochs are reported.
 */
final class FactCheck implements Duel.Check {
    private static final Logger LOG = LoggerFactory.getLogger(FactCheck.class);
    private static final int PATHS = 128;
    private static final int DAYS = 252;
    /** Part of the seed by which the paths of all epochs are drawn. */
    private static final int DRAW = 11;

    private final List<FactScale> scales;
    private final PathGenerator generator;
    private final Diversity diversity;
    private final long seed;
    private Playback.Frame last;

    /** @param scales of the series' validation spans, the main one first; the mean of their scores chooses */
    FactCheck(List<FactScale> scales, PathGenerator generator, Diversity diversity, long seed) {
        this.scales = List.copyOf(scales);
        this.generator = generator;
        this.diversity = diversity;
        this.seed = seed;
    }

    @Override
    public Duel.Checked of(Sampler sampler) {
        PathSet set =
                generator.generate(new PathRequest(PATHS, DAYS, Torch.mix(seed, DRAW), PathRequest.Start.ANY_DAY));
        double[][] returns = set.returns();
        FactScale scale = scales.getFirst();
        Map<String, Double> facts = scale.values(returns);
        double wasserstein = scale.wasserstein1(returns);
        double score = scale.score(facts, wasserstein);
        for (int s = 1; s < scales.size(); s++) {
            score += scales.get(s).score(set.others().get(s - 1).returns());
        }
        score /= scales.size();
        double spread = diversity.of(returns);
        Map<String, Double> values = new HashMap<>();
        values.put("factScore", score);
        values.put("diversity", spread);
        values.put("factsInside", (double) scale.inside(facts));
        values.put("wasserstein1", wasserstein);
        last = Frames.of(score, facts, spread, returns);
        return new Duel.Checked(score, values);
    }

    /** The monitor that also writes the play-back of epochs it has not written yet. */
    RunMonitor recording(RunMonitor outer, Path folder) throws IOException {
        Optional<Playback> before = before(folder);
        if (before.isEmpty()) {
            Playback.begin(folder, scales.getFirst().playback());
        }
        int written = before.map(
                        p -> p.frames().isEmpty() ? 0 : p.frames().getLast().epoch())
                .orElse(0);
        return new Recording(outer, folder, written);
    }

    /** A play-back is a picture of a run: a damaged one is begun anew, the run goes on. */
    private static Optional<Playback> before(Path folder) {
        try {
            return Playback.read(folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be read and begins anew", Playback.FILE, e);
            return Optional.empty();
        }
    }

    private final class Recording implements RunMonitor {
        private final RunMonitor outer;
        private final Path folder;
        private int written;

        Recording(RunMonitor outer, Path folder, int written) {
            this.outer = outer;
            this.folder = folder;
            this.written = written;
        }

        /** Epochs of an earlier session are told again; of those there is no frame to write. */
        @Override
        public void onEpoch(EpochReport report) {
            if (last != null && report.epoch() > written) {
                try {
                    Playback.append(folder, last.at(report.epoch()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                written = report.epoch();
                last = null;
            }
            outer.onEpoch(report);
        }

        @Override
        public boolean cancelled() {
            return outer.cancelled();
        }

        @Override
        public boolean enough() {
            return outer.enough();
        }

        @Override
        public boolean paused() {
            return outer.paused();
        }

        @Override
        public void halted(int epoch, int steps, int all) {
            outer.halted(epoch, steps, all);
        }

        @Override
        public void onProgress(int epoch, int steps, int all, double samplesPerSecond) {
            outer.onProgress(epoch, steps, all, samplesPerSecond);
        }
    }
}
