package io.riskloom.app.credit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What tells a file from one of the same name that was written later.
 *
 * @param bytes    −1 where there is no file to be read
 * @param modified the epoch where there is no file to be read
 */
record FileState(long bytes, FileTime modified) {

    private static final FileState NONE = new FileState(-1, FileTime.fromMillis(0));

    static FileState of(Path file) {
        try {
            return new FileState(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return NONE; // whoever reads it says what is wrong with it
        }
    }
}
