package io.riskloom.app.session;

import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.Progress;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file as it was read last: by its own reading where the content is the same, without its corrections where the content
 * changed, else by the settings of files with the same columns, else as detected. A remembered reading that fails gives way to
 * detection, and the note says so. Works off the JavaFX thread.
 */
final class FileOpener {

    private final Readings readings;

    FileOpener(Readings readings) {
        this.readings = readings;
    }

    /** Either a file that was read or why it was not. */
    sealed interface Attempt {}

    record Read(Dataset dataset) implements Attempt {}

    record Refused(Refusal refusal) implements Attempt {}

    /**
     * @param standsFor the lost file in whose place this one is opened
     * @throws DataException where the file is no text that could be read with other settings
     */
    Attempt open(Path file, Optional<Path> standsFor, Progress progress) throws DataException, IOException {
        try {
            Dataset dataset = read(file, standsFor, progress);
            boolean decided = dataset.note()
                    .filter(note -> note.kind() != OpenNote.Kind.ALIKE)
                    .isEmpty();
            if (decided) { // what was held back stays remembered until the reader has decided
                keep(dataset);
            }
            return new Read(dataset);
        } catch (DataException e) {
            CsvReader.preview(file, ReadSettings.DETECTED);
            return new Refused(Refusal.of(file, Reading.PLAIN, e));
        }
    }

    /** Reads a file in another way and remembers it. */
    Loaded reread(Dataset dataset, Reading reading, Progress progress) throws DataException, IOException {
        Loaded loaded = DataFile.load(dataset.file(), reading, progress);
        keep(dataset.file(), dataset.reading().settings(), loaded);
        return loaded;
    }

    void keep(Dataset dataset) {
        readings.keep(dataset.file(), dataset.imported().source().sha256(), dataset.reading());
    }

    /** @param before the settings that were in force; others are remembered for files alike too */
    void keep(Path file, ReadSettings before, Loaded loaded) throws IOException {
        readings.keep(file, loaded.imported().source().sha256(), loaded.reading());
        if (!loaded.reading().settings().equals(before)) {
            readings.keepAlike(file, loaded.reading().settings());
        }
    }

    private Dataset read(Path file, Optional<Path> standsFor, Progress progress) throws DataException, IOException {
        if (standsFor.isPresent()) {
            readings.move(standsFor.get(), file);
        }
        Optional<Readings.Kept> own = readings.own(file);
        if (own.isPresent()) {
            boolean same = own.get().sha256().equals(Readings.sha256(file));
            Reading kept = own.get().reading();
            Reading used = same ? kept : new Reading(kept.settings(), List.of());
            return read(file, used, kept, same ? Optional.empty() : changed(kept, standsFor), progress);
        }
        Optional<ReadSettings> alike = readings.alike(file);
        if (alike.isPresent()) {
            Reading used = new Reading(alike.get(), List.of());
            OpenNote note = new OpenNote(OpenNote.Kind.ALIKE, List.of(Notice.of("data.note.alike")), Reading.PLAIN);
            return read(file, used, used, Optional.of(note), progress);
        }
        return new Dataset(file, DataFile.load(file, Reading.PLAIN, progress));
    }

    private static Dataset read(Path file, Reading used, Reading kept, Optional<OpenNote> note, Progress progress)
            throws DataException, IOException {
        try {
            return new Dataset(file, DataFile.load(file, used, progress), ReadingHistory.EMPTY, note);
        } catch (DataException e) {
            if (used.plain()) {
                throw e;
            }
            OpenNote unfit = new OpenNote(OpenNote.Kind.UNFIT, List.of(Notice.of("data.note.unfit"), e.notice()), kept);
            Loaded plain = DataFile.load(file, Reading.PLAIN, progress);
            return new Dataset(file, plain, ReadingHistory.EMPTY, Optional.of(unfit));
        }
    }

    private static Optional<OpenNote> changed(Reading kept, Optional<Path> standsFor) {
        List<Notice> words = new ArrayList<>();
        standsFor.ifPresent(lost -> words.add(Notice.of("data.note.replaced", lost.getFileName())));
        if (!kept.steps().isEmpty()) {
            words.add(Notice.of("data.note.changed", kept.steps().size()));
        }
        OpenNote.Kind kind = standsFor.isPresent() ? OpenNote.Kind.REPLACED : OpenNote.Kind.CHANGED;
        return words.isEmpty() ? Optional.empty() : Optional.of(new OpenNote(kind, words, kept));
    }
}
