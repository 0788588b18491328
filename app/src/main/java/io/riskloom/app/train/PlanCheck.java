package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.List;

/** What speaks against a specification before it is trained. */
final class PlanCheck {

    /** Share of the machine's memory that training may take; the rest is the system's and the window's. */
    static final double SHARE = 0.8;

    private static final long MEGA = 1_000_000;
    private static final int CONVOLUTIONS = 3;
    /** Product of the strides of a residual network. */
    private static final int SHRINKS = 32;

    private PlanCheck() {}

    /** @throws NoticeException where a kernel is larger than what it slides over */
    static void kernels(RunSpec spec) throws NoticeException {
        if (spec instanceof ForecastSpec s && s.model().equals("tcn") && s.kernel() > s.window()) {
            throw new NoticeException(Notice.of("train.obstacle.kernelDays", s.kernel(), s.window()));
        }
        if (spec instanceof ClassifySpec s && s.model().equals("cnn")) {
            int side = s.imageSize();
            for (int layer = 1; layer <= CONVOLUTIONS; layer++) {
                if (s.kernel() > side) {
                    throw new NoticeException(Notice.of("train.obstacle.kernel", s.kernel(), layer, side));
                }
                side = PictureLayers.pooled(side, s.kernel());
            }
        }
    }

    /**
     * @param machine bytes
     * @throws NoticeException where training takes more than 80 % of them
     */
    static void memory(MemoryPlan memory, long machine) throws NoticeException {
        if (memory.total() > SHARE * machine) {
            throw new NoticeException(Notice.of("train.obstacle.memory", memory.total() / MEGA, machine / MEGA));
        }
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
        if (spec instanceof ClassifySpec s && s.model().startsWith("resnet") && s.imageSize() < SHRINKS) {
            notes.add(Notice.of("train.note.small", s.imageSize(), SHRINKS));
        }
        if (spec instanceof ForecastSpec s && s.model().equals("tcn")) {
            long back = (s.kernel() - 1L) << (s.blocks() - 1);
            if (back >= s.window()) {
                notes.add(Notice.of("train.note.dilation", s.blocks(), back, s.window()));
            }
        }
        return notes;
    }
}
