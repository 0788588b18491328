package io.riskloom.app.data;

import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Refusal;
import java.nio.file.Path;

/** A file that was asked for: one that is open or one that could not be used. */
sealed interface FileEntry {

    Path file();

    record Open(Dataset dataset) implements FileEntry {
        @Override
        public Path file() {
            return dataset.file();
        }
    }

    record Refused(Refusal refusal) implements FileEntry {
        @Override
        public Path file() {
            return refusal.file();
        }
    }
}
