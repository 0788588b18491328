package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Stopwatch;
import io.riskloom.engine.run.Provenances;
import io.riskloom.engine.store.Project;
import io.riskloom.engine.store.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A run's row in its project while it is trained: where it runs, its epochs as they come, how it ended. */
final class RunRecord {

    private static final Logger LOG = Logger.getLogger(RunRecord.class.getName());

    private final Project project;
    private final Queue<EpochReport> unstored = new ConcurrentLinkedQueue<>();
    private final Stopwatch watch;
    private volatile Run run;
    private volatile boolean placeUnstored;

    RunRecord(Project project, Run run) {
        this.project = project;
        this.run = run;
        this.watch = new Stopwatch(run.seconds());
    }

    Run run() {
        return run;
    }

    Path folder() {
        return project.modelFolder(run.id());
    }

    /**
     * Where it runs. What it began with stays; a later session is noted beside it. Stored at once, or with the outcome where
     * the store refuses now.
     */
    void describe(DeviceInfo info, String device, int threads) {
        String where = device.equals("cpu") ? device : info.device();
        Provenance known = run.provenance();
        Map<String, String> versions = Provenances.versions(info.engine());
        Provenance provenance = known.versions().isEmpty()
                ? new Provenance(known.dataSha256(), where, threads, versions)
                : known.and(new Provenance.Session(Instant.now(), where, threads, versions));
        run = new Run(run.id(), run.spec(), provenance, run.started(), run.seconds(), run.epochs(), run.outcome());
        storePlace();
    }

    private void storePlace() {
        try {
            project.setProvenance(run.id(), run.provenance());
            placeUnstored = false;
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "where " + run.id() + " runs could not be stored", e);
            placeUnstored = true;
        }
    }

    /** Stored at once, or with the outcome where the store refuses now: the run itself goes on. */
    void epoch(EpochReport report) {
        try {
            project.epoch(run.id(), report);
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "epoch " + report.epoch() + " could not be stored", e);
            unstored.add(report);
        }
    }

    /** The time of a pause is no time of the run. */
    void paused(boolean halted) {
        if (halted) {
            watch.stop();
        } else {
            watch.goOn();
        }
    }

    /** @throws StoreException where not even the outcome can be stored */
    Run finish(Outcome outcome) {
        if (placeUnstored) {
            storePlace();
        }
        for (EpochReport report : unstored) {
            try {
                project.epoch(run.id(), report);
            } catch (StoreException e) {
                LOG.log(Level.WARNING, "epoch " + report.epoch() + " is not stored", e);
            }
        }
        return project.finish(run.id(), outcome, watch.seconds());
    }
}
