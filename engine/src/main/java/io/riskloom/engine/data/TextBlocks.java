package io.riskloom.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table's body in blocks of whole rows, so that a file of any length is read in little memory. What the file's first rows tell
 * about it is found in the first block. Failures of the disk come as {@link UncheckedIOException}.
 */
final class TextBlocks implements Pieces, AutoCloseable {

    /** Bytes of a block; rows that are longer get a longer one. */
    static final int BLOCK = 1 << 22;

    private static final int LARGEST = 1 << 26;

    private final TextStream stream;
    private final StreamEncoding encoding;
    private final String name;
    private final Progress progress;
    private Opened opened;
    private byte[] bytes;
    private int filled;
    private int used;
    private boolean ended;

    private TextBlocks(TextStream stream, StreamEncoding encoding, String name, int block, Progress progress) {
        this.bytes = new byte[block];
        this.stream = stream;
        this.encoding = encoding;
        this.name = name;
        this.progress = progress;
    }

    /** @param progress hears what share of the file is read; may end the reading */
    static TextBlocks open(
            Path path, String name, StreamEncoding encoding, ReadSettings settings, int block, Progress progress)
            throws DataException, IOException {
        TextStream stream = TextStream.open(path, name, encoding.charset());
        TextBlocks blocks = new TextBlocks(stream, encoding, name, block, progress);
        try {
            blocks.begin(settings);
            return blocks;
        } catch (DataException | IOException | RuntimeException e) {
            blocks.close();
            throw e;
        }
    }

    private void begin(ReadSettings settings) throws DataException, IOException {
        fill();
        opened = Opened.of(text(ended ? filled : evenLines()), settings, true);
        used = opened.frame().start();
    }

    /** The table with the first of its body; the others come by {@link #next}. */
    Opened first() throws DataException {
        return piece(opened.frame().line()).orElseThrow();
    }

    /** What was skipped or made up above the body. */
    List<ImportReport.Warning> warnings() {
        return opened.frame().warnings();
    }

    @Override
    public Optional<Opened> next(int line) throws DataException {
        return piece(line).filter(piece -> piece.frame().end() > piece.frame().start());
    }

    private Optional<Opened> piece(int line) throws DataException {
        try {
            int end = ended ? filled : RowEnds.last(bytes, used, filled, opened.dialect());
            while (!ended && end == used) {
                shift();
                fill();
                end = ended ? filled : RowEnds.last(bytes, used, filled, opened.dialect());
            }
            Frame frame = opened.frame();
            Frame part = new Frame(
                    frame.names(),
                    frame.unnamed(),
                    frame.types(),
                    frame.header(),
                    used,
                    line,
                    end,
                    frame.comments(),
                    List.of());
            used = end;
            return Optional.of(new Opened(text(end), opened.dialect(), part, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings what is not used to the front; a row that fills everything gets more room. */
    private void shift() throws DataException {
        if (used == 0 && filled == bytes.length) {
            if (bytes.length >= LARGEST) {
                throw text(filled).refuse("data.error.longCell", 0, "", "", bytes.length + " …");
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        } else {
            System.arraycopy(bytes, used, bytes, 0, filled - used);
            filled -= used;
            used = 0;
        }
    }

    private void fill() throws DataException, IOException {
        filled += stream.read(bytes, filled);
        ended = filled < bytes.length;
        if (!progress.on(stream.share())) {
            throw text(filled).refuse("data.error.cancelled", 0, "", "", "");
        }
    }

    private Text text(int end) {
        return new Text(name, encoding.charset(), encoding.guessed(), bytes, 0, end);
    }

    /** Position behind the last line break up to which quotation marks are even: the separator is not known yet. */
    private int evenLines() {
        boolean open = false;
        int last = filled;
        for (int i = 0; i < filled; i++) {
            open ^= bytes[i] == '"';
            boolean lone = bytes[i] == '\r' && i + 1 < filled && bytes[i + 1] != '\n';
            last = !open && (bytes[i] == '\n' || lone) ? i + 1 : last;
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
