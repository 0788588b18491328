package io.riskloom.app.cli;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Inspection;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Finding;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the importer makes of a file, with the quality report.
 *
 * @param loaded empty for a file that was refused
 */
record FileFacts(Inspection inspection, Optional<Loaded> loaded) {

    /** Findings that one of the importer's warnings says as well. */
    private static final Map<Check, String> WARNED_OF = Map.of(
            Check.CONFLICT, "data.warn.conflict",
            Check.REPEATED_DATE, "data.warn.repeatedDate",
            Check.UNSORTED, "data.warn.unsorted",
            Check.NOT_POSITIVE, "data.warn.notPositive",
            Check.BAR_ORDER, "data.warn.barOrder");

    /** Reads and checks the file; whatever goes wrong becomes the inspection's error, so that a batch goes on. */
    static FileFacts of(Path file, Reading reading) {
        try {
            Loaded loaded = DataFile.load(file, reading);
            return new FileFacts(Inspection.of(file, loaded.imported()), Optional.of(loaded));
        } catch (DataException e) {
            return new FileFacts(Inspection.refused(file, e.notice()), Optional.empty());
        } catch (IOException e) {
            return new FileFacts(Inspection.unreadable(file, e), Optional.empty());
        } catch (RuntimeException e) {
            return new FileFacts(Inspection.refused(file, Tasks.reason(e)), Optional.empty());
        }
    }

    List<Finding> findings() {
        return loaded.map(l -> l.report().findings()).orElse(List.of());
    }

    /** Findings that no warning says. */
    List<Finding> findingsAlone() {
        List<String> warned =
                inspection.warnings().stream().map(w -> w.notice().key()).toList();
        return findings().stream()
                .filter(f -> !warned.contains(WARNED_OF.getOrDefault(f.check(), "")))
                .toList();
    }

    /** Warnings that no finding says. */
    List<ImportReport.Warning> warningsAlone() {
        List<String> found = findings().stream()
                .map(f -> WARNED_OF.getOrDefault(f.check(), ""))
                .toList();
        return inspection.warnings().stream()
                .filter(w -> !found.contains(w.notice().key()))
                .toList();
    }
}
