package io.riskloom.app.session;

import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Preview;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How files were read, remembered in the project: each file's own reading with the hash of the content it was made for, and
 * settings for all files with the same column names. What looks up reads disk and database, so call it off the JavaFX thread.
 */
final class Readings {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    private static final int SIGNATURE = 16;

    private final Session session;

    Readings(Session session) {
        this.session = session;
    }

    /**
     * @param sha256 of the file's bytes when it was read so
     * @param held   what a note about the file holds back until the reader decides, null where nothing
     */
    record Kept(String sha256, Reading reading, Held held) {

        static Kept of(Dataset dataset) {
            Held held = dataset.note()
                    .filter(note -> !note.offered().plain())
                    .map(note -> new Held(note.kind(), note.offered()))
                    .orElse(null);
            return new Kept(dataset.imported().source().sha256(), dataset.reading(), held);
        }

        /** The note that still stands. */
        Optional<OpenNote> note() {
            return Optional.ofNullable(held).map(h -> OpenNote.again(h.kind(), h.reading()));
        }

        /** The reading with the corrections that were held back before its own. */
        Reading whole() {
            return note().map(note -> note.before(reading)).orElse(reading);
        }
    }

    record Held(OpenNote.Kind kind, Reading reading) {}

    /** The file's own reading; none where it was never opened or what was stored cannot be understood. */
    Optional<Kept> own(Path file) {
        return session.remembered(ownKey(file)).flatMap(Readings::parse);
    }

    /** Remembers how a file is read; on the JavaFX thread, so that the reading accepted last is the one that stays. */
    void keep(Path file, Kept kept) {
        session.remember(ownKey(file), StoredJson.of(kept));
    }

    /** Settings that a reader chose for a file with the same column names. */
    Optional<ReadSettings> alike(Path file) throws IOException {
        return signature(file)
                .flatMap(session::remembered)
                .flatMap(Readings::parse)
                .map(kept -> kept.reading().settings())
                .filter(settings -> !settings.equals(ReadSettings.DETECTED));
    }

    /** Remembers settings for files with the same column names; corrections stay with their file. */
    void keepAlike(String signature, ReadSettings settings) {
        session.remember(signature, StoredJson.of(new Kept("", new Reading(settings, List.of()), null)));
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A file is like another by the column names that are detected in it; one without names or that is no text is like none. */
    static Optional<String> signature(Path file) throws IOException {
        Preview preview;
        try {
            preview = CsvReader.preview(file, ReadSettings.DETECTED);
        } catch (DataException e) {
            LOG.debug("{} has no columns to be known by", file, e);
            return Optional.empty();
        }
        if (preview.used().header() == ReadSettings.NO_HEADER) {
            return Optional.empty();
        }
        byte[] names = String.join("\n", preview.header()).getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(digest().digest(names));
        return Optional.of("reading-like:" + hash.substring(0, SIGNATURE));
    }

    private static String ownKey(Path file) {
        return "reading:" + file;
    }

    private static Optional<Kept> parse(String json) {
        return StoredJson.parse(json, Kept.class).filter(Readings::complete);
    }

    private static boolean complete(Kept kept) {
        Held held = kept.held();
        return kept.sha256() != null
                && kept.reading() != null
                && (held == null || (held.kind() != null && held.reading() != null));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
