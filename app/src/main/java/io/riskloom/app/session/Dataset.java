package io.riskloom.app.session;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An opened file as it was read and corrected.
 *
 * @param history how it was read before, for undo
 * @param note    what a reader should know about how it was opened, until dealt with
 */
public record Dataset(Path file, Loaded loaded, ReadingHistory history, Optional<OpenNote> note) {

    public Dataset(Path file, Loaded loaded) {
        this(file, loaded, ReadingHistory.EMPTY, Optional.empty());
    }

    public Imported imported() {
        return loaded.imported();
    }

    public Reading reading() {
        return loaded.reading();
    }

    public String name() {
        return file.getFileName().toString();
    }

    Dataset with(ReadingHistory changed) {
        return new Dataset(file, loaded, changed, note);
    }

    Dataset without(OpenNote dealtWith) {
        return new Dataset(file, loaded, history, note.filter(other -> !other.equals(dealtWith)));
    }
}
