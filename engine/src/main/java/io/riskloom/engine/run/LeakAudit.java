package io.riskloom.engine.run;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.Fix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Looks for a leak by changing the future ({@link Perturbation}) and computing again what must not depend on it: what the run
 * was given to learn from ({@link Audit#TRAINING}, see {@link StageTrials}), and what the trained model says ({@link
 * Audit#FORECASTS}, see {@link ForecastTrials}), which must also be what the outcome shows ({@link Audit#SHOWN}). It starts
 * from the file as read: what a correction of it knows of later days is not tried.
 */
final class LeakAudit<S extends RunSpec> {

    private final Recipe<S> recipe;
    private final S spec;
    private final Imported.Prices data;
    private final RunMonitor monitor;

    /** @param spec of one run, a forecast or a classification */
    LeakAudit(Recipe<S> recipe, S spec, Imported.Prices data, RunMonitor monitor) {
        this.recipe = recipe;
        this.spec = spec;
        this.data = data;
        this.monitor = monitor;
    }

    /**
     * @param audits one of each kind for which something was compared
     * @param notes  why one was not made or broken off, and what is not tried
     */
    record Found(List<Audit> audits, List<Notice> notes) {}

    /**
     * What was found by the time it is cancelled or the time is used up.
     *
     * @param folder  of the finished run
     * @param details of its outcome
     * @throws NoticeException as {@link io.riskloom.engine.model.Splits#days}, and where the model cannot be opened
     */
    Found made(Path folder, Details details, Duration most) throws NoticeException, IOException {
        Tally training = new Tally(Audit.TRAINING);
        Tally forecasts = new Tally(Audit.FORECASTS);
        Tally shown = new Tally(Audit.SHOWN);
        List<Notice> notes = new ArrayList<>();
        Allowance allowance = new Allowance(monitor, most);
        try {
            new StageTrials<>(recipe, spec, data).make(Learnt.read(folder), training, allowance);
            allowance.check();
            ForecastTrials trials = new ForecastTrials(spec, data.seriesNamed(spec.series()));
            try (TrainedModel model = recipe.load(spec, folder)) {
                model.cancelWhen(allowance::used);
                if (!trials.make(model, details, forecasts, shown, allowance)) {
                    notes.add(Notice.of("run.warning.noAudit.device"));
                }
            }
        } catch (CancellationException e) {
            // fewer cuts than might be are no matter
            if (allowance.cancelled() || forecasts.audit().isEmpty()) {
                notes.add(allowance.notice());
            }
        }
        if (spec.reading().steps().stream().anyMatch(s -> s.check() == Check.OUTLIER || s.fix() == Fix.ADJUST)) {
            notes.add(Notice.of("run.warning.correctedAudit"));
        }
        List<Audit> audits = Stream.of(training, forecasts, shown)
                .flatMap(tally -> tally.audit().stream())
                .toList();
        return new Found(audits, notes);
    }
}
