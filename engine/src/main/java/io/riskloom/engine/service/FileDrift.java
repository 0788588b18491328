package io.riskloom.engine.service;

import com.google.gson.JsonParseException;
import io.riskloom.engine.data.Applicants;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Outcomes;
import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.judge.DriftTally;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.CreditTarget;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.quality.ApplicantFile;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A second file of applicants beside those that a model was trained on, read in portions. */
final class FileDrift {

    private static final int PORTION = 4096;

    private final CreditScorer scorer;
    private final Requests.DriftRequest request;
    private final ScoringProgress progress;

    FileDrift(CreditScorer scorer, Requests.DriftRequest request, EngineEvents events, BooleanSupplier stopped) {
        this.scorer = scorer;
        this.request = request;
        this.progress = new ScoringProgress(events, stopped);
    }

    /**
     * @throws CancellationException where it is stopped
     * @throws NoticeException {@code drift.error.noReference} (run) where the run does not keep how its training applicants spread,
     *     {@code score.error.columns} where over half of its columns are missing; what reading the file has to say
     */
    Drift run() throws NoticeException, IOException {
        try {
            return compared(trained());
        } catch (NoticeException e) {
            if (progress.stopped()) {
                throw new CancellationException(); // the reader says in its own way that it was ended
            }
            throw e;
        }
    }

    private Drift compared(Details.OfCredit trained) throws NoticeException, IOException {
        Path data = Path.of(request.other());
        try (ApplicantFile file =
                ApplicantFile.open(data, reading(data), scorer.encoder().numeric(), true, progress)) {
            List<String> missing = KnownColumns.missing(scorer.encoder(), file.columns(), data);
            DriftTally tally = new DriftTally(
                    trained.reference(), trained.scorecard(), scorer.encoder().fields());
            UnseenLevels unseen = new UnseenLevels(scorer.encoder());
            Outcomes outcomes = file.outcomes();
            long rows = 0;
            Optional<Applicants> next = file.next(PORTION);
            while (next.isPresent()) {
                Applicants applicants = next.get();
                unseen.add(applicants.book());
                float[][] inputs = scorer.encoder().encodeKnown(applicants.book());
                tally.add(applicants.book(), scorer.probability(scorer.logOdds(inputs)));
                for (String cell : applicants.texts().getOrDefault(file.target(), new String[0])) {
                    outcomes.add(cell);
                }
                rows += applicants.size();
                if (!progress.scored(rows)) {
                    throw new CancellationException();
                }
                next = file.next(PORTION);
            }
            progress.end();
            return tally.drift(outcomes.bad().orElse(new byte[0]), missing, unseen.columns())
                    .ofFile(FileHash.sha256(data));
        }
    }

    /** With the run's target and its texts of bad applicants; of a run that keeps none, with the target that its settings name. */
    private Reading reading(Path data) {
        Reading reading = request.model().spec().readingOf(data);
        CreditTarget known = scorer.target();
        if (!known.bad().isEmpty()) {
            return reading.with(reading.settings().withTarget(known.column(), known.bad()));
        }
        String target = request.model().spec() instanceof CreditSpec spec ? spec.target() : "";
        return target.isEmpty()
                ? reading
                : reading.with(
                        reading.settings().withTarget(target, reading.settings().bad()));
    }

    private Details.OfCredit trained() throws NoticeException, IOException {
        Path folder = Path.of(request.model().folder());
        Path outcome = folder.resolve(Outcome.FILE);
        if (Files.exists(outcome) && outcome(outcome, folder) instanceof Outcome.Finished(Evaluation evaluation)) {
            if (evaluation.details() instanceof Details.OfCredit credit
                    && credit.reference() != null
                    && credit.scorecard() != null) {
                return credit;
            }
        }
        throw new NoticeException(Notice.of("drift.error.noReference", folder.getFileName()));
    }

    private static Outcome outcome(Path file, Path folder) throws NoticeException, IOException {
        try {
            return Json.gson().fromJson(Files.readString(file), Outcome.class);
        } catch (JsonParseException e) {
            throw new NoticeException(Notice.of("run.error.modelUnreadable", folder.getFileName()), e);
        }
    }
}
