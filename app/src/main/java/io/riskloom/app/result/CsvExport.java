package io.riskloom.app.result;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Writes a page's figures to a CSV file in the background and tells where they are. */
public final class CsvExport {

    private final Session session;
    private final ReadOnlyObjectWrapper<Path> saved = new ReadOnlyObjectWrapper<>();

    public CsvExport(Session session) {
        this.session = session;
    }

    /** The file last written; null before the first and after {@link #forget()}. */
    public ReadOnlyObjectProperty<Path> saved() {
        return saved.getReadOnlyProperty();
    }

    public void forget() {
        saved.set(null);
    }

    /** What the file holds; written in the background, so it must not touch properties. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes the file whole or not at all; a failure is shown by the frame. */
    public void save(Path file, Content content) {
        saved.set(null);
        session.tasks()
                .run(
                        Notice.of("result.task.export", file.getFileName()),
                        item -> {
                            AtomicFiles.write(file, out -> {
                                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                                content.writeTo(writer);
                                writer.flush();
                            });
                            return file;
                        },
                        saved::set,
                        session::report);
    }
}
