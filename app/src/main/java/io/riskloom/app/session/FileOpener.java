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
 * detection, and the note says so. Works off the JavaFX thread and remembers nothing; whoever takes what was read does.
 */
final class FileOpener {

    private final Readings readings;

    FileOpener(Readings readings) {
        this.readings = readings;
    }

    /** Either a file that was read or why it was not. */
    sealed interface Attempt {}

    /** @param keep what to remember of the file once it is taken; what was held back stays so until the reader has decided */
    record Read(Dataset dataset, Readings.Kept keep) implements Attempt {

        private Read(Dataset dataset) {
            this(dataset, Readings.Kept.of(dataset));
        }
    }

    record Refused(Refusal refusal) implements Attempt {}

    /**
     * @param standsFor the lost file in whose place this one is opened
     * @throws DataException where the file is no text that could be read with other settings
     */
    Attempt open(Path file, Optional<Path> standsFor, Progress progress) throws DataException, IOException {
        try {
            return read(file, standsFor, progress);
        } catch (DataException e) {
            CsvReader.preview(file, ReadSettings.DETECTED);
            return new Refused(Refusal.of(file, Reading.PLAIN, e));
        }
    }

    private Read read(Path file, Optional<Path> standsFor, Progress progress) throws DataException, IOException {
        Optional<Readings.Kept> own = standsFor.flatMap(readings::own).or(() -> readings.own(file));
        if (own.isPresent()) {
            return read(file, own.get(), standsFor, progress);
        }
        Optional<ReadSettings> alike = readings.alike(file);
        if (alike.isPresent()) {
            Reading used = new Reading(alike.get(), List.of());
            OpenNote note = new OpenNote(OpenNote.Kind.ALIKE, List.of(Notice.of("data.note.alike")), Reading.PLAIN);
            return new Read(read(file, used, used, Optional.of(note), progress));
        }
        return new Read(new Dataset(file, DataFile.load(file, Reading.PLAIN, progress)));
    }

    private static Read read(Path file, Readings.Kept own, Optional<Path> standsFor, Progress progress)
            throws DataException, IOException {
        boolean same = own.sha256().equals(Readings.sha256(file));
        Reading used = same ? own.reading() : new Reading(own.reading().settings(), List.of());
        Optional<OpenNote> note = same ? own.note() : changed(own.whole(), standsFor);
        Dataset dataset = read(file, used, own.whole(), note, progress);
        return dataset.note().isPresent() ? new Read(dataset, own) : new Read(dataset);
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

    /** @param alike under which name the settings are remembered for files alike; empty where they are not */
    record Changed(Dataset dataset, Optional<String> alike) {}

    /**
     * Reads a file in another way. Where its content changed since it was read, corrections wait until they are asked for, and
     * nothing can be undone: all of it was decided for other data.
     *
     * @param history what it has where the content is the same
     * @param note    the one that still stands then
     */
    Changed reread(Dataset from, Reading reading, ReadingHistory history, Optional<OpenNote> note, Progress progress)
            throws DataException, IOException {
        boolean same = from.imported().source().sha256().equals(Readings.sha256(from.file()));
        Reading used = same ? reading : new Reading(reading.settings(), List.of());
        Loaded loaded = DataFile.load(from.file(), used, progress);
        return changed(
                new Dataset(
                        from.file(),
                        loaded,
                        same ? history : ReadingHistory.EMPTY,
                        same ? note : note.isPresent() ? changed(note.get().before(reading)) : changed(reading)),
                from.reading().settings());
    }

    /** An open file as it was read while its settings were looked for. */
    Changed adopted(Dataset from, Loaded loaded, Optional<OpenNote> note) throws DataException, IOException {
        String before = from.imported().source().sha256();
        if (!before.equals(loaded.imported().source().sha256())) {
            return reread(from, loaded.reading(), ReadingHistory.EMPTY, note, Progress.NONE);
        }
        ReadingHistory history = from.history().left(from.reading());
        return changed(
                new Dataset(from.file(), loaded, history, note), from.reading().settings());
    }

    /** A file that was not open, as it was read while its settings were looked for; corrections once made to it are offered. */
    Changed adopted(Path file, Loaded loaded) throws IOException {
        Optional<OpenNote> note = readings.own(file).map(Readings.Kept::whole).flatMap(FileOpener::changed);
        return changed(new Dataset(file, loaded, ReadingHistory.EMPTY, note), ReadSettings.DETECTED);
    }

    private static Changed changed(Dataset dataset, ReadSettings before) throws IOException {
        boolean other = !dataset.reading().settings().equals(before);
        return new Changed(dataset, other ? Readings.signature(dataset.file()) : Optional.empty());
    }

    private static Optional<OpenNote> changed(Reading kept) {
        return changed(kept, Optional.empty());
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
