package io.riskloom.app.train;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditHistory;
import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastCheck;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.NetworkSizes;
import io.riskloom.engine.model.RunSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against a specification before it is trained. */
final class PlanCheck {

    /** Share of the machine's memory that training may take; the rest is the system's and the window's. */
    static final double SHARE = 0.8;

    private static final long MEGA = 1_000_000;
    private static final int CONVOLUTIONS = 3;
    /** Product of the strides of a residual network. */
    private static final int SHRINKS = 32;
    /** On 1,000 applicants it learnt next to nothing, on 20,000 nearly what a narrow network did. */
    private static final int ENOUGH_FOR_RESNET50 = 10_000;

    private PlanCheck() {}

    /** @throws NoticeException where the series does not offer what the network is to see, or settings contradict each other */
    static void inputs(RunSpec spec, PriceHistory history) throws NoticeException {
        if (spec instanceof ForecastSpec forecast) {
            ForecastCheck.check(forecast, history);
        }
        switch (spec) {
            case ForecastSpec s
            when s.seesImages() -> WindowImages.of(history, s.window(), s.imageSize(), s.encoding());
            case ForecastSpec s -> FeatureGroups.names(history, s.groups());
            case ClassifySpec s
            when s.seesImages() -> WindowImages.of(history, s.window(), s.imageSize(), s.encoding());
            case ClassifySpec s -> FeatureGroups.names(history, s.groups());
            case AnomalySpec s -> {}
            case CreditSpec s -> {}
            case GenerateSpec s -> {}
        }
    }

    /** @throws NoticeException {@code run.error.noHistory} (file) where a network over months finds none in the table */
    static void history(CreditSpec spec, CreditEncoder encoder, CreditBook book) throws NoticeException {
        if (spec.seesHistory() && CreditHistory.of(encoder).empty()) {
            throw new NoticeException(Notice.of(
                    "run.error.noHistory", Path.of(book.source().path()).getFileName()));
        }
    }

    /** @throws NoticeException where a kernel is larger than what it slides over */
    static void kernels(RunSpec spec) throws NoticeException {
        Optional<NetworkSizes> network = network(spec);
        if (network.isEmpty()) {
            return;
        }
        NetworkSizes sizes = network.get();
        if (sizes.model().equals("tcn") && sizes.kernel() > sizes.window()) {
            throw new NoticeException(Notice.of("train.obstacle.kernelDays", sizes.kernel(), sizes.window()));
        }
        if (sizes.model().equals("cnn")) {
            int height = sizes.height();
            int width = sizes.width();
            for (int layer = 1; layer <= CONVOLUTIONS; layer++) {
                if (sizes.kernel() > Math.min(height, width)) {
                    throw new NoticeException(Notice.of("train.obstacle.kernel", sizes.kernel(), layer, height, width));
                }
                height = PictureLayers.pooled(height, sizes.kernel());
                width = PictureLayers.pooled(width, sizes.kernel());
            }
        }
    }

    /** Of a network over windows of prices; the number of features is left open. */
    private static Optional<NetworkSizes> network(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s -> Optional.of(NetworkSizes.of(s, 1));
            case ClassifySpec s -> Optional.of(NetworkSizes.of(s, 1));
            case AnomalySpec s -> Optional.empty();
            case CreditSpec s -> Optional.empty();
            case GenerateSpec s -> Optional.empty();
        };
    }

    /**
     * What speaks against training that takes more than 80 % of the memory.
     *
     * @param machine bytes
     */
    static Optional<Notice> memory(MemoryPlan memory, long machine) {
        return memory.total() > SHARE * machine
                ? Optional.of(Notice.of("train.obstacle.memory", memory.total() / MEGA, machine / MEGA))
                : Optional.empty();
    }

    /** What is possible and yet hardly meant. */
    static List<Notice> notes(RunSpec spec, int rows) {
        List<Notice> notes = new ArrayList<>();
        int updates = Batch.updates(spec);
        if (Batch.of(spec) > Batch.of(spec, rows)) {
            notes.add(
                    updates == 1
                            ? Notice.of("train.note.batch", Batch.of(spec), rows)
                            : Notice.of(
                                    "train.note.batch.critic", updates, Batch.of(spec), rows, Batch.of(spec, rows)));
        }
        network(spec).ifPresent(sizes -> notes.addAll(networkNotes(sizes)));
        if (spec instanceof CreditSpec s && s.model().equals("resnet50") && rows < ENOUGH_FOR_RESNET50) {
            notes.add(Notice.of("train.note.resnet50", rows, ENOUGH_FOR_RESNET50));
        }
        return notes;
    }

    private static List<Notice> networkNotes(NetworkSizes sizes) {
        int side = Math.min(sizes.height(), sizes.width());
        if (sizes.model().startsWith("resnet") && side < SHRINKS) {
            return List.of(Notice.of("train.note.small", side, SHRINKS));
        }
        long back = (sizes.kernel() - 1L) << (sizes.blocks() - 1);
        if (sizes.model().equals("tcn") && back >= sizes.window()) {
            return List.of(Notice.of("train.note.dilation", sizes.blocks(), back, sizes.window()));
        }
        return List.of();
    }
}
