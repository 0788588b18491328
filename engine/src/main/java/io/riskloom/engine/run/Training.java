package io.riskloom.engine.run;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A specification in, an outcome out: whatever goes wrong on the way is a {@link Outcome.Failed} with words. */
public final class Training {
    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private Training() {}

    /** As {@link #train(RunSpec, Path, String, RunMonitor)} on the device {@code auto}. */
    public static Outcome train(RunSpec spec, Path folder, RunMonitor monitor) {
        return train(spec, folder, "auto", monitor);
    }

    /**
     * Reads the data, trains and evaluates on the calling thread. Goes on from the folder's checkpoint where there is
     * one.
     *
     * @param folder the run's own folder, made where it is missing
     * @param device {@code auto}, {@code cpu} or {@code cuda}
     */
    public static Outcome train(RunSpec spec, Path folder, String device, RunMonitor monitor) {
        try {
            Files.createDirectories(folder);
            Torch.choose(device);
            return Recipes.of(spec).train(spec, read(spec), folder, monitor);
        } catch (NoticeException e) {
            LOG.info("Run in {} refused: {}", folder, e.getMessage());
            return new Outcome.Failed(e.notice());
        } catch (IOException e) {
            LOG.error("Run in {} could not read or write", folder, e);
            return new Outcome.Failed(Notice.of("run.error.disk", folder, String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.error("Run in {} failed", folder, e);
            return new Outcome.Failed(Notice.of("run.error.unexpected", reason(e)));
        }
    }

    /**
     * The spec's data file.
     *
     * @throws NoticeException what the importer has against it, also that it is not there
     */
    public static Imported read(RunSpec spec) throws NoticeException, IOException {
        Reading reading = spec.reading();
        if (spec instanceof CreditSpec credit && !credit.target().isEmpty()) {
            reading = reading.with(reading.settings()
                    .withTarget(credit.target(), reading.settings().bad()));
        }
        return DataFile.read(Path.of(spec.data()), reading);
    }

    private static String reason(Throwable thrown) {
        // a class that could not start hides why behind an error of its own
        Throwable e =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = e.getMessage() == null
                ? ""
                : ": " + e.getMessage().lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + message;
    }
}
