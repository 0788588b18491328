package io.riskloom.engine.data;

import java.util.Objects;

/**
 * Where data came from.
 *
 * @param path   the file as it was opened
 * @param sha256 of the file's bytes, lower-case hexadecimal
 * @param rows   usable data rows
 */
public record Source(String path, String sha256, int rows) {
    public Source {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
        if (rows < 0) {
            throw new IllegalArgumentException("rows must not be negative: " + rows);
        }
    }
}
