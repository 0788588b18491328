package io.riskloom.engine.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One pass over a file's cells, straight from the parser's buffer; a cell becomes an object only where its sink makes one. */
final class Scan {

    /** Takes cells in reading order. Cells come trimmed; the buffer is the parser's and changes after the call. */
    interface Sink {
        void cell(int column, char[] text, int start, int length, long line) throws DataException;

        /** The end of a row that is not blank; false ends the scan. */
        boolean row(int cells, long line) throws DataException;
    }

    private Scan() {}

    /** @throws DataException from the sink, or {@code data.error.quotes} where quotation marks do not match */
    static void run(TextFile file, Dialect dialect, Sink sink) throws DataException, IOException {
        Handler handler = new Handler(sink);
        try (CsvReader<Boolean> reader = CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .skipEmptyLines(true)
                .acceptCharsAfterQuotes(false)
                .ignoreDifferentFieldCount(true)
                .build(handler, file.reader())) {
            reader.skipLines(dialect.skipped());
            try (CloseableIterator<Boolean> rows = reader.iterator()) {
                boolean on = true;
                while (on && rows.hasNext()) {
                    on = rows.next();
                }
                if (on && handler.unclosed(file)) {
                    throw quotes(file, handler.line);
                }
            }
        } catch (CsvParseException e) { // the parser wraps whatever its handler throws
            if (e.getCause() instanceof Refused refused) {
                throw refused.reason;
            } else if (e.getCause() instanceof RuntimeException own && !(own instanceof CsvParseException)) {
                throw own;
            }
            throw quotes(file, handler.line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static DataException quotes(TextFile file, long line) {
        return new DataException("data.error.quotes", file.name(), (int) line, "", "\"", "");
    }

    /** Carries a refusal through the parser, which knows no checked exceptions. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient DataException reason;

        Refused(DataException reason) {
            super(null, reason, false, false);
            this.reason = reason;
        }
    }

    private static final class Handler extends AbstractBaseCsvCallbackHandler<Boolean> {
        private final Sink sink;
        private long line = 1;
        private boolean blank;
        private int marksAtEnd = -1;

        Handler(Sink sink) {
            this.sink = sink;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            blank = true;
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            int start = offset;
            int end = offset + length;
            marksAtEnd = quoted ? marks(text, start, end) : -1;
            while (start < end && Cells.blank(text[start])) {
                start++;
            }
            while (end > start && Cells.blank(text[end - 1])) {
                end--;
            }
            blank &= end == start && index == 0;
            try {
                sink.cell(index, text, start, end - start, line);
            } catch (DataException e) {
                throw new Refused(e);
            }
        }

        /** How many marks stand at the end of a quoted cell as written: each of the content's twice, and the closing one. */
        private static int marks(char[] text, int start, int end) {
            int count = 0;
            while (end - count > start && text[end - 1 - count] == '"') {
                count++;
            }
            return 2 * count + (count == end - start ? 2 : 1);
        }

        @Override
        protected RecordWrapper<Boolean> buildRecord() {
            try {
                return wrapRecord(blank || sink.row(getFieldCount(), line));
            } catch (DataException e) {
                throw new Refused(e);
            }
        }

        /** Whether the last cell's quotation mark never closed: the file's end then lacks the mark that should close it. */
        boolean unclosed(TextFile file) {
            return marksAtEnd >= 0 && file.quotesAtEnd() != marksAtEnd;
        }
    }
}
