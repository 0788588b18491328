package io.riskloom.app.session;

import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;

/**
 * A text file that cannot be used as it was read.
 *
 * @param line   1-based line of the trouble, 0 where the whole file is meant
 * @param column its column, empty where the whole line is meant
 */
public record Refusal(Path file, Reading reading, Notice words, int line, String column) {

    public static Refusal of(Path file, Reading reading, DataException e) {
        return new Refusal(
                file, reading, e.notice(), e.line().orElse(0), e.column().orElse(""));
    }
}
