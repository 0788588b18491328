package io.riskloom.engine.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file's text as UTF-8, read once from its start to its end, whatever its length; unpacked where it is packed with gzip. */
final class TextStream implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Charset charset;
    private final long size;
    private final Counted file;
    private final InputStream text;

    private TextStream(String name, Charset charset, long size, Counted file, InputStream text) {
        this.name = name;
        this.charset = charset;
        this.size = size;
        this.file = file;
        this.text = text;
    }

    /** @param charset as {@link StreamEncoding} finds it; UTF-8 is passed on unchecked */
    static TextStream open(Path path, String name, Charset charset) throws DataException, IOException {
        Counted file = new Counted(Files.newInputStream(path));
        try {
            InputStream bytes = unpacked(name, file);
            bytes.mark(4);
            int mark = Encodings.mark(bytes.readNBytes(4), charset);
            bytes.reset();
            bytes.skipNBytes(mark);
            InputStream text = charset.equals(StandardCharsets.UTF_8) ? bytes : new Utf8Stream(bytes, charset);
            return new TextStream(name, charset, Files.size(path), file, text);
        } catch (IOException | DataException e) {
            file.close();
            throw e;
        }
    }

    /** The file's bytes, those inside where it is packed; they can be marked. */
    static InputStream unpacked(String name, InputStream file) throws DataException, IOException {
        InputStream bytes = new BufferedInputStream(file, BUFFER);
        bytes.mark(2);
        boolean packed = FileKind.gzip(bytes.readNBytes(2));
        bytes.reset();
        try {
            return packed ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER) : bytes;
        } catch (EOFException | ZipException e) {
            throw packing(name, e);
        }
    }

    static DataException packing(String name, IOException e) {
        return new DataException("data.error.gzip", name, 0, "", "", String.valueOf(e.getMessage()));
    }

    /**
     * Fills an array from a place on, as far as the text goes.
     *
     * @return how many bytes were read, fewer than there is room for only at the end
     */
    int read(byte[] into, int from) throws DataException, IOException {
        try {
            int read = text.readNBytes(into, from, into.length - from);
            byte[] fresh = from == 0 && read == into.length ? into : Arrays.copyOfRange(into, from, from + read);
            FileKind.refuseControls(name, fresh);
            return read;
        } catch (CharacterCodingException e) {
            throw new DataException("data.error.encoding", name, 0, "", "", charset.name());
        } catch (EOFException | ZipException e) {
            throw packing(name, e);
        }
    }

    /** Of the file that is read, in [0, 1]. */
    double share() {
        return size == 0 ? 1 : Math.min(1, (double) file.count / size);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
