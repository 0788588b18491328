package io.riskloom.engine.model;

import io.riskloom.engine.data.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run was given, kept in its folder so that an audit compares with it and not with what the same code would give
 * again.
 *
 * @param training    fitted scalers and the windows that weights were fitted on
 * @param choice      windows that chose the epoch
 * @param calibration windows and labels that set the bands; null where there are none
 */
public record Learnt(Given training, Given choice, Given calibration) {

    public static final String FILE = "learnt.json";

    public Learnt {
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(choice, "choice");
    }

    /** A part of a run that must know nothing of the days after its own labels. */
    public enum Stage {
        TRAINING,
        CHOICE,
        CALIBRATION
    }

    /**
     * @param windows number of windows
     * @param sha256  of all numbers in them, and of what was fitted on them, in hexadecimal digits
     */
    public record Given(int windows, String sha256) {}

    /** Empty where a run has no such stage. */
    public Optional<Given> of(Stage stage) {
        return Optional.ofNullable(
                switch (stage) {
                    case TRAINING -> training;
                    case CHOICE -> choice;
                    case CALIBRATION -> calibration;
                });
    }

    public void write(Path folder) throws IOException {
        AtomicFiles.write(folder.resolve(FILE), Json.gson().toJson(this).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException where the file is missing or damaged */
    public static Learnt read(Path folder) throws IOException {
        String text = Files.readString(folder.resolve(FILE));
        Learnt learnt;
        try {
            learnt = Json.gson().fromJson(text, Learnt.class);
        } catch (RuntimeException e) { // Gson wraps what a record's constructor refuses
            throw new IOException(FILE + " is damaged", e);
        }
        if (learnt == null) {
            throw new IOException(FILE + " is empty");
        }
        return learnt;
    }
}
