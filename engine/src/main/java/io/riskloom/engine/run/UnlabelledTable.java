package io.riskloom.engine.run;

import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.quality.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of an anomaly run, with a target or without. */
final class UnlabelledTable {
    private static final String SET_ASIDE = "run.warning.guessSetAside";

    private UnlabelledTable() {}

    /**
     * A table without a target is read without one. So is one whose target can only be guessed, for a guess is no judge; but what
     * may be the outcome must not be learnt either, so that column is set aside and a warning names it.
     */
    static Imported read(AnomalySpec spec, Path file) throws DataException, IOException {
        ReadSettings settings = spec.reading().settings();
        if (!spec.target().isEmpty()) {
            settings = settings.withTarget(spec.target(), settings.bad());
        }
        try {
            Imported read = DataFile.read(file, spec.reading().with(settings));
            boolean guessed = read.report().warnings().stream()
                    .anyMatch(warning -> warning.notice().key().equals("data.warn.targetGuessed"));
            return guessed && read instanceof Imported.Credit credit
                    ? without(spec, file, settings, credit.book().target())
                    : read;
        } catch (DataException e) {
            if (!e.notice().key().equals("data.error.noTarget")) {
                throw e;
            }
        }
        return DataFile.read(file, spec.reading().with(unlabelled(settings)));
    }

    private static ReadSettings unlabelled(ReadSettings settings) {
        return settings.withKind("credit").withTarget(ReadSettings.NO_TARGET, List.of());
    }

    private static Imported without(AnomalySpec spec, Path file, ReadSettings settings, String guess)
            throws DataException, IOException {
        Map<String, String> roles = new HashMap<>(settings.roles());
        roles.put(guess, "ignored");
        Imported read = DataFile.read(file, spec.reading().with(unlabelled(settings.withRoles(roles))));
        return read instanceof Imported.Credit credit ? warned(credit, guess) : read;
    }

    private static Imported.Credit warned(Imported.Credit read, String guess) {
        ImportReport report = read.report();
        List<ImportReport.Warning> warnings = new ArrayList<>(report.warnings());
        warnings.add(new ImportReport.Warning(0, guess, Notice.of(SET_ASIDE, guess)));
        return new Imported.Credit(
                read.book(),
                read.lines(),
                new ImportReport(
                        report.encoding(),
                        report.delimiter(),
                        report.rows(),
                        report.columns(),
                        report.preview(),
                        report.previewLines(),
                        report.used(),
                        warnings));
    }

    /** {@code run.warning.guessSetAside} (column) where a column was set aside. */
    static Optional<Notice> setAside(Imported data) {
        return data.report().warnings().stream()
                .map(ImportReport.Warning::notice)
                .filter(notice -> notice.key().equals(SET_ASIDE))
                .findFirst();
    }
}
