package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns whatever was thrown into a failure that carries a notice for a person; logs, once, what no person caused. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private Failures() {}

    static EngineFailure of(Throwable thrown) {
        Throwable cause = Wire.bare(thrown);
        return switch (cause) {
            case EngineFailure e -> e;
            case NoticeException e -> new EngineFailure(e.notice(), e);
            case StoreException e -> new EngineFailure(e.notice(), e);
            case NoSuchFileException e -> new EngineFailure(Notice.of("service.fileMissing", e.getFile()), e);
            case FileSystemException e
            when e.getFile() != null ->
                new EngineFailure(
                        Notice.of("service.file", e.getFile(), Objects.requireNonNullElse(e.getReason(), name(e))), e);
            case IOException e -> unexpected("service.inputOutput", e);
            case OutOfMemoryError e -> unexpected("service.outOfMemory", e);
            case IllegalArgumentException e -> unexpected("service.refused", e);
            default -> unexpected("service.unexpected", cause);
        };
    }

    private static EngineFailure unexpected(String key, Throwable cause) {
        LOG.log(Level.SEVERE, name(cause), cause);
        String message = cause.getMessage();
        return new EngineFailure(Notice.of(key, message == null ? name(cause) : message, name(cause)), cause);
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }
}
