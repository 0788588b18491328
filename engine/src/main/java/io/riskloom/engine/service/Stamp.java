package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file in one state, so that what was read from it is known to be stale after it changed.
 *
 * @param modified milliseconds since 1970, 0 for a file that is not there
 * @param size     bytes, −1 for a file that is not there
 */
record Stamp(Path file, long modified, long size) {

    static Stamp of(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            BasicFileAttributes attributes = Files.readAttributes(absolute, BasicFileAttributes.class);
            return new Stamp(absolute, attributes.lastModifiedTime().toMillis(), attributes.size());
        } catch (NoSuchFileException e) {
            return new Stamp(absolute, 0, -1);
        }
    }
}
