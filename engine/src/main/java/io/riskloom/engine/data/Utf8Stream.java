package io.riskloom.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of another charset as UTF-8. Bytes that are none in that charset end it with a {@code CharacterCodingException}. */
final class Utf8Stream extends InputStream {

    private final Reader reader;
    private final char[] chars = new char[1 << 14];
    private int kept;
    private byte[] bytes = new byte[0];
    private int at;

    Utf8Stream(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(
                in,
                Encodings.reader(charset)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
        return more() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        } else if (!more()) {
            return -1;
        }
        int ready = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, ready);
        at += ready;
        return ready;
    }

    private boolean more() throws IOException {
        while (at == bytes.length) {
            int read = reader.read(chars, kept, chars.length - kept);
            if (read < 0) {
                return false;
            }
            int filled = kept + read;
            kept = Character.isHighSurrogate(chars[filled - 1]) ? 1 : 0; // a pair of surrogates stays together
            bytes = new String(chars, 0, filled - kept).getBytes(StandardCharsets.UTF_8);
            at = 0;
            chars[0] = kept == 1 ? chars[filled - 1] : chars[0];
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
