package io.riskloom.app.session;

import io.riskloom.engine.data.Imported;
import java.nio.file.Path;

/** A loaded file. */
public record Dataset(Path file, Imported imported) {
    public String name() {
        return file.getFileName().toString();
    }
}
