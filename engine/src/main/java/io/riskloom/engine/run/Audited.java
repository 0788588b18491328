package io.riskloom.engine.run;

import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what a {@link LeakAudit} found into a finished forecast's or classification's outcome. The audit asks the model as it
 * lies in the run's folder, as everyone will who uses it later, so it comes after the recipe, which has left its outcome
 * there by then: a process that ends during the audit leaves a finished run without one, never an unfinished run. Other
 * outcomes stay as they are.
 */
final class Audited<S extends RunSpec> {
    private static final Logger LOG = LoggerFactory.getLogger(Audited.class);

    /** An audit may take so long, and a twentieth of the training's time besides. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    private static final int PART = 20;

    private final Recipe<S> recipe;
    private final S spec;
    private final Path folder;
    private final RunMonitor monitor;

    Audited(Recipe<S> recipe, S spec, Path folder, RunMonitor monitor) {
        this.recipe = recipe;
        this.spec = spec;
        this.folder = folder;
        this.monitor = monitor;
    }

    /**
     * Whatever goes wrong, the run has finished and stays so.
     *
     * @param training how long it took
     */
    Outcome of(Outcome outcome, Imported data, Duration training) {
        boolean dated = spec instanceof ForecastSpec || spec instanceof ClassifySpec;
        if (!dated || !(outcome instanceof Outcome.Finished(Evaluation evaluation))) {
            return outcome;
        }
        Imported.Prices prices = (Imported.Prices) data; // such a recipe has taken no other
        return kept(audited(evaluation, prices, LEAST.plus(training.dividedBy(PART))));
    }

    private Evaluation audited(Evaluation evaluation, Imported.Prices prices, Duration most) {
        try {
            LeakAudit.Found found =
                    new LeakAudit<>(recipe, spec, prices, monitor).made(folder, evaluation.details(), most);
            return evaluation.audited(found.audits()).with(found.notes());
        } catch (NoticeException
                | IOException
                | RuntimeException
                | LinkageError
                | OutOfMemoryError
                | StackOverflowError e) {
            LOG.error("Leak audit of the run in {} broke off", folder, e);
            return evaluation.with(List.of(Notice.of("run.warning.noAudit", Training.reason(e))));
        }
    }

    /** In the folder too; where it cannot be written, the outcome that the recipe has left stays there. */
    private Outcome kept(Evaluation evaluation) {
        Outcome told = new Outcome.Finished(evaluation);
        try {
            AtomicFiles.write(
                    folder.resolve(Outcome.FILE),
                    Json.gson().toJson(told, Outcome.class).getBytes(StandardCharsets.UTF_8));
            return told;
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            LOG.error("Leak audit of the run in {} could not be kept", folder, e);
            return new Outcome.Finished(
                    evaluation.with(List.of(Notice.of("run.warning.noAudit.unsaved", Training.reason(e)))));
        }
    }
}
