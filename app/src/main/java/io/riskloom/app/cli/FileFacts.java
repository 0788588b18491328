package io.riskloom.app.cli;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Inspection;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Finding;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Overlap;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the importer makes of a file, with the quality report.
 *
 * @param loaded empty for a file that was refused
 */
record FileFacts(Inspection inspection, Optional<Loaded> loaded) {

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
        return Overlap.findingsAlone(findings(), inspection.warnings());
    }

    /** Warnings that no finding says. */
    List<ImportReport.Warning> warningsAlone() {
        return Overlap.warningsAlone(inspection.warnings(), findings());
    }
}
