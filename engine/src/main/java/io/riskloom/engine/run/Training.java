package io.riskloom.engine.run;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.djl.GpuFailure;
import io.riskloom.engine.djl.Shortage;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Validation;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            if (spec.study()) {
                throw new NoticeException(Notice.of("run.error.study", spec.runs()));
            }
            return alone(spec, Files.createDirectories(folder), device, monitor);
        } catch (NoticeException e) {
            LOG.info("Run in {} refused: {}", folder, e.getMessage());
            return new Outcome.Failed(e.notice());
        } catch (IOException | UncheckedIOException e) {
            LOG.error("Run in {} could not read or write", folder, e);
            return new Outcome.Failed(Notice.of("run.error.disk", folder, String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.error("Run in {} failed", folder, e);
            return new Outcome.Failed(told(e));
        }
    }

    /** While no other process trains there. */
    private static Outcome alone(RunSpec spec, Path folder, String device, RunMonitor monitor)
            throws NoticeException, IOException {
        RunLock lock = RunLock.take(folder);
        try {
            Optional<Notice> warning = Torch.choose(device);
            return trained(Recipes.of(spec), spec, folder, monitor, warning);
        } finally {
            lock.close();
        }
    }

    private static <S extends RunSpec> Outcome trained(
            Recipe<S> recipe, S spec, Path folder, RunMonitor monitor, Optional<Notice> warning)
            throws NoticeException, IOException {
        long begun = System.nanoTime();
        Imported data = read(spec);
        Outcome outcome = warned(recipe.train(spec, data, folder, monitor), warning);
        outcome = warned(outcome, UnlabelledTable.setAside(data));
        outcome = warned(outcome, TakenTarget.guessed(spec, data));
        for (Notice lost : LostRows.of(data)) {
            outcome = warned(outcome, Optional.of(lost));
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        return new Audited<>(recipe, spec, folder, monitor).of(outcome, data, taken);
    }

    static Notice told(Throwable e) {
        if (Shortage.caused(e)) {
            return Notice.of("run.error.outOfMemory", reason(e));
        }
        return GpuFailure.in(e)
                .map(line -> Notice.of("run.error.gpu", line))
                .orElseGet(() -> Notice.of("run.error.unexpected", reason(e)));
    }

    /** A finished run's evaluation with a warning more. */
    static Outcome warned(Outcome outcome, Optional<Notice> warning) {
        if (warning.isEmpty() || !(outcome instanceof Outcome.Finished(Evaluation e))) {
            return outcome;
        }
        return new Outcome.Finished(e.with(List.of(warning.get())));
    }

    /**
     * The spec's data file.
     *
     * @throws NoticeException what the importer has against it, also that it is not there
     */
    public static Imported read(RunSpec spec) throws NoticeException, IOException {
        Path file = Path.of(spec.data());
        return switch (spec) {
            case CreditSpec credit -> DataFile.read(file, reading(credit));
            case AnomalySpec anomaly -> UnlabelledTable.read(anomaly, file);
            default -> DataFile.read(file, spec.reading());
        };
    }

    /** With the target named, and the groups' column kept even where it looks like an identifier. */
    private static Reading reading(CreditSpec spec) {
        ReadSettings settings = spec.reading().settings();
        if (!spec.target().isEmpty()) {
            settings = settings.withTarget(spec.target(), settings.bad());
        }
        if (spec.scheme().equals(Validation.GROUPED) && !spec.groups().isBlank()) {
            Map<String, String> roles = new HashMap<>(settings.roles());
            roles.put(spec.groups(), "category");
            settings = settings.withRoles(roles);
        }
        return spec.reading().with(settings);
    }

    static String reason(Throwable thrown) {
        // a class that could not start hides why behind an error of its own
        Throwable e =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = e.getMessage() == null
                ? ""
                : ": " + e.getMessage().lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + message;
    }
}
