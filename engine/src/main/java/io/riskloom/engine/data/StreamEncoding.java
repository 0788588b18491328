package io.riskloom.engine.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Which charset a file of any length is written in, as {@link Encodings#detect} tells it of bytes: by its start, then by whether
 * all of it is UTF-8, then by a MiB of whole lines around its first byte beyond ASCII.
 *
 * @param guessed whether neither a mark nor the reader said so, and it is not UTF-8
 */
record StreamEncoding(Charset charset, boolean guessed) {

    private static final int HEAD = 1 << 20;

    /**
     * @param encoding charset name, empty to detect it
     * @throws DataException where the file is no text, or not in the charset that is named
     */
    static StreamEncoding of(Path path, String name, String encoding) throws DataException, IOException {
        try (InputStream file = Files.newInputStream(path);
                InputStream bytes = TextStream.unpacked(name, file)) {
            byte[] head = bytes.readNBytes(HEAD);
            FileKind.refuseOthers(name, head);
            StreamEncoding start = encoding.isEmpty()
                    ? ofStart(head)
                    : new StreamEncoding(TextFile.named(name, head, encoding), false);
            if (!start.charset.equals(StandardCharsets.UTF_8)) {
                return start;
            }
            byte[] other = firstOther(head, bytes);
            boolean open = encoding.isEmpty() && Encodings.mark(head, start.charset) == 0;
            Charset charset = other.length == 0 || !open ? start.charset : Encodings.detect(other);
            if (other.length > 0 && charset.equals(StandardCharsets.UTF_8)) {
                throw new DataException("data.error.encoding", name, 0, "", "", charset.name());
            }
            return new StreamEncoding(charset, other.length > 0);
        } catch (EOFException | ZipException e) {
            throw TextStream.packing(name, e);
        }
    }

    /** UTF-16 by its mark or its zeros; anything else may be UTF-8 so far. */
    private static StreamEncoding ofStart(byte[] head) {
        Charset charset = Encodings.detect(head);
        boolean wide = charset.name().startsWith("UTF-16");
        return wide
                ? new StreamEncoding(charset, Encodings.mark(head, charset) == 0)
                : new StreamEncoding(StandardCharsets.UTF_8, false);
    }

    /** Bytes from the line on in which the first stand that are no UTF-8; none where all are. */
    private static byte[] firstOther(byte[] head, InputStream rest) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(1 << 14);
        byte[] block = head;
        while (true) {
            ByteBuffer in = ByteBuffer.wrap(block);
            byte[] next = rest.readNBytes(HEAD);
            if (!Encodings.ascii(block) && !valid(decoder, in, chars, next.length == 0)) {
                return lines(block, in.position(), next, rest);
            }
            if (next.length == 0) {
                return new byte[0];
            }
            // a character that is cut off begins the next block
            int left = Encodings.ascii(block) ? 0 : in.remaining();
            byte[] joined = Arrays.copyOfRange(block, block.length - left, block.length + next.length);
            System.arraycopy(next, 0, joined, left, next.length);
            block = joined;
        }
    }

    private static boolean valid(CharsetDecoder decoder, ByteBuffer in, CharBuffer chars, boolean last) {
        decoder.reset();
        while (true) {
            chars.clear();
            CoderResult result = decoder.decode(in, chars, last);
            if (!result.isOverflow()) {
                return !result.isError();
            }
        }
    }

    /** A MiB or two of whole lines from the one on that holds a position. */
    private static byte[] lines(byte[] block, int position, byte[] next, InputStream rest) throws IOException {
        int start = position;
        while (start > 0 && block[start - 1] != '\n') {
            start--;
        }
        byte[] more = rest.readNBytes(next.length == 0 ? 0 : HEAD);
        byte[] all = Arrays.copyOfRange(block, start, block.length + next.length + more.length);
        System.arraycopy(next, 0, all, block.length - start, next.length);
        System.arraycopy(more, 0, all, block.length - start + next.length, more.length);
        int end = all.length;
        while (more.length > 0 && end > 1 && all[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(all, end);
    }
}
