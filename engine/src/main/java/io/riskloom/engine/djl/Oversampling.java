package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bad applicants that a GAN generates for each network of a model from the bad ones that this network learns. Every network
 * is trained twice, without and with them, see {@link OversampleTrial}.
 */
final class Oversampling {
    private static final int GAN = 8;
    /** Epochs of a GAN of few rows and of many: more rows tell more of what belongs together. */
    private static final int EPOCHS = 20;

    private static final int LONG_EPOCHS = 40;
    private static final int MANY = 1000;
    /** Of the bad applicants that a network learns. */
    private static final int FEWEST = 20;

    private static final String FOLDER = "oversampling";

    private Oversampling() {}

    /**
     * The lesson twice, the second time with generated rows, or the lesson itself where none are made. The run's first
     * checkpoint is written before a GAN begins, so that a run that ends meanwhile can go on: each GAN does so from its own.
     *
     * @throws java.util.concurrent.CancellationException where the run is cancelled meanwhile
     */
    static CreditLesson lesson(CreditLesson real, Source source, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        if (real.spec().oversample().equals("no") || obstacle(real).isPresent()) {
            return real;
        }
        if (!Files.exists(folder.resolve(Checkpoint.FILE))) {
            begin(real, RunFolder.fingerprint(real.spec(), source), folder);
        }
        List<float[][]> made = new ArrayList<>();
        for (int m = 0; m < real.parts().size(); m++) {
            float[][] rows = real.cases().inputs(bad(real, real.parts().get(m).learns()));
            OversampleGan.Task task = new OversampleGan.Task(
                    real.encoder().inputs(),
                    rows,
                    RunFolder.fingerprint(real.spec(), source),
                    Torch.mix(Torch.mix(real.spec().seed(), GAN), m),
                    rows.length < MANY ? EPOCHS : LONG_EPOCHS);
            made.add(OversampleGan.rows(task, wanted(real, m), ganFolder(folder, m), monitor));
        }
        return real.doubled(made);
    }

    private static Path ganFolder(Path folder, int network) {
        return folder.resolve(FOLDER).resolve(Integer.toString(network + 1));
    }

    /** The checkpoint is the same whatever the generated rows are. */
    private static void begin(CreditLesson real, String fingerprint, Path folder) throws NoticeException, IOException {
        List<float[][]> blank = new ArrayList<>();
        for (int m = 0; m < real.parts().size(); m++) {
            blank.add(new float[wanted(real, m)][real.encoder().width()]);
        }
        CreditLesson lesson = real.doubled(blank);
        try (CreditNetworks networks = lesson.networks();
                CreditTeaching teaching = CreditTeaching.of(lesson, networks)) {
            Trainee trainee = teaching.trainee();
            new Saving(trainee, networks.manager(), folder, Duration.ZERO)
                    .write(Checkpoint.start(fingerprint, trainee.batch()));
        }
    }

    /** Why nothing is generated although it was asked for. */
    static Optional<Notice> obstacle(CreditLesson lesson) {
        CreditSpec spec = lesson.spec();
        int fewest = lesson.parts().stream()
                .mapToInt(part -> bad(lesson, part.learns()).length)
                .min()
                .orElseThrow();
        if (spec.oversample().equals("no")) {
            return Optional.empty();
        }
        if (fewest < FEWEST) {
            return Optional.of(Notice.of("run.warning.oversampleFew", fewest, FEWEST));
        }
        for (int m = 0; m < lesson.parts().size(); m++) {
            if (wanted(lesson, m) < 1) {
                return Optional.of(Notice.of("run.warning.oversampleEnough", Math.round(100 * spec.oversampleShare())));
            }
        }
        return Optional.empty();
    }

    /** Rows m that make (bad + m) / (all + m) the share that is asked for. */
    private static int wanted(CreditLesson lesson, int network) {
        int[] learns = lesson.parts().get(network).learns();
        double share = lesson.spec().oversampleShare();
        return (int) Math.round((share * learns.length - bad(lesson, learns).length) / (1 - share));
    }

    static int[] bad(CreditLesson lesson, int[] rows) {
        return Arrays.stream(rows).filter(row -> lesson.cases().bad()[row]).toArray();
    }

    /** Removes what the GANs have kept of themselves. */
    static void clear(Path folder, CreditLesson lesson) throws IOException {
        for (int m = 0; m < lesson.members().size(); m++) {
            Path own = ganFolder(folder, m);
            Files.deleteIfExists(own.resolve(Checkpoint.FILE));
            Files.deleteIfExists(own.resolve(TrainingLoop.WEIGHTS));
            Files.deleteIfExists(own);
        }
        Files.deleteIfExists(folder.resolve(FOLDER));
    }
}
