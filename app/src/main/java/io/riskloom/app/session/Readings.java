package io.riskloom.app.session;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Preview;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.store.Project;
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
 * settings for all files with the same column names. Reads disk and database, so call it off the JavaFX thread.
 */
final class Readings {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    private static final Gson GSON = new Gson();
    private static final int SIGNATURE = 16;

    private final Project project;

    Readings(Project project) {
        this.project = project;
    }

    /** @param sha256 of the file's bytes when it was read so */
    record Kept(String sha256, Reading reading) {}

    /** The file's own reading; none where it was never opened or what was stored cannot be understood. */
    Optional<Kept> own(Path file) {
        return project.setting(ownKey(file)).flatMap(Readings::parse);
    }

    void keep(Path file, String sha256, Reading reading) {
        project.setting(ownKey(file), GSON.toJson(new Kept(sha256, reading)));
    }

    /** Gives a file the reading of another. */
    void move(Path from, Path to) {
        project.setting(ownKey(from)).ifPresent(json -> project.setting(ownKey(to), json));
    }

    /** Settings that a reader chose for a file with the same column names. */
    Optional<ReadSettings> alike(Path file) throws IOException {
        return signature(file)
                .flatMap(key -> project.setting(key))
                .flatMap(Readings::parse)
                .map(kept -> kept.reading().settings())
                .filter(settings -> !settings.equals(ReadSettings.DETECTED));
    }

    /** Remembers settings for files with the same column names; corrections stay with their file. */
    void keepAlike(Path file, ReadSettings settings) throws IOException {
        Optional<String> key = signature(file);
        key.ifPresent(name -> project.setting(name, GSON.toJson(new Kept("", new Reading(settings, List.of())))));
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A file is like another by the column names that are detected in it; one without names or that is no text is like none. */
    private static Optional<String> signature(Path file) throws IOException {
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
        try {
            Kept kept = GSON.fromJson(json, Kept.class);
            return Optional.ofNullable(kept).filter(k -> k.sha256() != null && k.reading() != null);
        } catch (JsonParseException | IllegalArgumentException e) {
            LOG.warn("a remembered reading cannot be understood and is left out: {}", json, e);
            return Optional.empty();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
