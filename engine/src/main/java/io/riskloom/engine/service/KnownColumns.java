package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import java.nio.file.Path;
import java.util.List;

/** Which of a model's columns a file has. */
final class KnownColumns {

    private KnownColumns() {}

    /**
     * Names of the model's columns that the file lacks.
     *
     * @throws NoticeException {@code score.error.columns} (file, missing, of, names) where they are more than half
     */
    static List<String> missing(CreditEncoder encoder, List<String> columns, Path file) throws NoticeException {
        List<String> wanted =
                encoder.fields().stream().map(CreditEncoder.Field::column).toList();
        List<String> missing =
                wanted.stream().filter(name -> !columns.contains(name)).toList();
        if (2 * missing.size() > wanted.size()) {
            String names = String.join(", ", missing);
            throw new NoticeException(
                    Notice.of("score.error.columns", file.getFileName(), missing.size(), wanted.size(), names));
        }
        return missing;
    }
}
