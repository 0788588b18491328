package io.riskloom.engine.quality;

import io.riskloom.engine.data.ApplicantStream;
import io.riskloom.engine.data.Applicants;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Outcomes;
import io.riskloom.engine.data.Progress;
import io.riskloom.engine.data.ReadSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of applicants of any length as its {@link Reading} wants it, in portions; as {@link DataFile#readForScoring} at once. */
public final class ApplicantFile implements AutoCloseable {

    private final ApplicantStream stream;
    private final Reading corrections;
    private final ImportReport report;

    private ApplicantFile(ApplicantStream stream, Reading reading) {
        this.stream = stream;
        List<Step> ofColumns =
                reading.steps().stream().filter(s -> s.fix().ofColumn()).toList();
        this.corrections = new Reading(reading.settings(), ofColumns, reading.carried());
        List<ImportReport.Column> columns = stream.columns().stream()
                .map(name -> new ImportReport.Column(name, "", "feature", 0))
                .toList();
        this.report = new ImportReport("", "", 0, columns, List.of(), List.of(), ReadSettings.DETECTED, List.of());
    }

    /** @see ApplicantStream#open */
    public static ApplicantFile open(
            Path path, Reading reading, Map<String, Boolean> numeric, boolean outcomes, Progress progress)
            throws DataException, IOException {
        ApplicantStream stream = ApplicantStream.open(path, reading.settings(), numeric, outcomes, progress);
        return new ApplicantFile(stream, reading);
    }

    public List<String> columns() {
        return stream.columns();
    }

    /** Names of the columns that tell applicants apart, in the file's order. */
    public List<String> identifiers() {
        return stream.identifiers();
    }

    /** The next applicants, corrected; empty at the end. */
    public Optional<Applicants> next(int most) throws DataException, IOException {
        Optional<Applicants> read = stream.next(most);
        if (read.isEmpty() || corrections.steps().isEmpty()) {
            return read;
        }
        Applicants applicants = read.get();
        Imported.Credit credit = new Imported.Credit(applicants.book(), applicants.lines(), report);
        return Optional.of(
                applicants.with(CreditMender.mend(credit, corrections).book()));
    }

    /** @see ApplicantStream#target */
    public String target() {
        return stream.target();
    }

    /** @see ApplicantStream#outcomes */
    public Outcomes outcomes() {
        return stream.outcomes();
    }

    /** What should be known about the file as far as it is read. */
    public List<ImportReport.Warning> warnings() {
        return stream.warnings();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
