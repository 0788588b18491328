package io.riskloom.engine.data;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file that cannot be used as it is. Carries where the trouble is, so that a grid can mark the cell. The notice's arguments
 * always start with file name, line and column (empty strings where they do not apply), then what was expected and found.
 */
public final class DataException extends NoticeException {

    private static final long serialVersionUID = 1L;

    /** Characters of what was found that are shown. */
    private static final int MOST = 60;

    private final String file;
    private final int line;
    private final String column;

    /**
     * @param key      message key under {@code data.error.}
     * @param file     file name without its folder
     * @param line     1-based line of the file, 0 where the whole file is meant
     * @param column   column name, empty where the whole line or file is meant
     * @param expected what a correct cell would hold
     * @param found    what stands there, shortened to {@value #MOST} characters
     */
    public DataException(String key, String file, int line, String column, String expected, String found) {
        super(Notice.of(key, file, line == 0 ? "" : line, column, expected, shorten(found)));
        this.file = file;
        this.line = line;
        this.column = column;
    }

    public String file() {
        return file;
    }

    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    public Optional<String> column() {
        return column.isEmpty() ? Optional.empty() : Optional.of(column);
    }

    /** A list is cut behind one of its names. */
    private static String shorten(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int comma = text.lastIndexOf(", ", MOST - 3);
        return comma > 0 ? text.substring(0, comma) + ", …" : text.substring(0, MOST - 1) + "…";
    }
}
