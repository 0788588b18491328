package io.riskloom.app.session;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.quality.Loaded;
import java.nio.file.Path;

/** A loaded file. */
public record Dataset(Path file, Loaded loaded) {

    public Imported imported() {
        return loaded.imported();
    }

    public String name() {
        return file.getFileName().toString();
    }
}
