package io.riskloom.engine.data;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which charset bytes are written in. A byte order mark decides; then zeros in every other byte (UTF-16); then valid UTF-8;
 * then GB18030 or Big5, whichever gives more of the usual characters of its script; at last windows-1252.
 */
final class Encodings {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5");
    static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Big5 with the characters that Windows adds to it. */
    private static final Charset BIG5_WINDOWS = Charset.forName("x-windows-950");

    private static final int SNIFF = 1 << 16;
    private static final int HEAD = 1 << 20;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Encodings() {}

    static Charset detect(byte[] bytes) {
        if (FileKind.starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        } else if (FileKind.starts(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        } else if (FileKind.starts(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        Optional<Charset> wide = unmarkedUtf16(bytes);
        if (wide.isPresent()) {
            return wide.get();
        } else if (ascii(bytes)
                || transcode(bytes, 0, StandardCharsets.UTF_8, false).isPresent()) {
            return StandardCharsets.UTF_8;
        }
        return chinese(bytes).orElse(WINDOWS);
    }

    /** Length of the byte order mark, 0 without one. */
    static int mark(byte[] bytes, Charset charset) {
        if (charset == StandardCharsets.UTF_8) {
            return FileKind.starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        }
        boolean marked = (charset == StandardCharsets.UTF_16LE && FileKind.starts(bytes, 0xFF, 0xFE))
                || (charset == StandardCharsets.UTF_16BE && FileKind.starts(bytes, 0xFE, 0xFF));
        return marked ? 2 : 0;
    }

    /** The text from {@code start} on as UTF-8, or empty where the bytes are none in that charset. */
    static Optional<byte[]> utf8(byte[] bytes, int start, Charset charset) {
        if (charset == StandardCharsets.UTF_8) {
            boolean valid =
                    ascii(bytes) || transcode(bytes, start, charset, false).isPresent();
            return valid ? Optional.of(bytes) : Optional.empty();
        }
        return transcode(bytes, start, reader(charset), true);
    }

    /** The charset by which text that is said to be in another one is decoded. */
    static Charset reader(Charset charset) {
        return charset.equals(BIG5) ? BIG5_WINDOWS : charset;
    }

    static boolean ascii(byte[] bytes) {
        int i = 0;
        for (; i + 8 <= bytes.length; i += 8) {
            if (((long) LONGS.get(bytes, i) & 0x8080808080808080L) != 0) {
                return false;
            }
        }
        for (; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** @param keep whether the result is wanted, or only whether there is one */
    private static Optional<byte[]> transcode(byte[] bytes, int start, Charset charset, boolean keep) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer chars = CharBuffer.allocate(1 << 14);
        ByteArrayOutputStream out = new ByteArrayOutputStream(keep ? bytes.length : 0);
        CoderResult result;
        do {
            result = decoder.decode(in, chars, true);
            chars.flip();
            int ready = chars.limit();
            // a pair of surrogates stays together
            ready -= ready > 0 && Character.isHighSurrogate(chars.get(ready - 1)) ? 1 : 0;
            if (keep) {
                out.writeBytes(chars.subSequence(0, ready).toString().getBytes(StandardCharsets.UTF_8));
            }
            chars.position(ready).compact();
        } while (result.isOverflow());
        return result.isError() ? Optional.empty() : Optional.of(out.toByteArray());
    }

    /** Zeros in at least three of ten odd bytes and in hardly any even one, or the other way round. */
    private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
        int pairs = Math.min(bytes.length, SNIFF) / 2;
        if (pairs < 4 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        boolean little = odd >= 0.3 * pairs && even <= 0.02 * pairs;
        boolean big = even >= 0.3 * pairs && odd <= 0.02 * pairs;
        Optional<Charset> charset = little
                ? Optional.of(StandardCharsets.UTF_16LE)
                : big ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
        return charset.filter(c -> transcode(bytes, 0, c, false).isPresent());
    }

    /**
     * Big5 or GB18030 where over three of ten characters beyond ASCII are usual ones, or nearly all bytes come in pairs as those
     * of GB2312 do; empty otherwise.
     */
    private static Optional<Charset> chinese(byte[] bytes) {
        byte[] head = head(bytes);
        Optional<byte[]> mainland = transcode(head, 0, GB18030, true);
        double simplified =
                mainland.map(Encodings::text).map(ChineseText::simplified).orElse(0.0);
        double traditional = transcode(head, 0, BIG5_WINDOWS, true)
                .map(Encodings::text)
                .map(ChineseText::traditional)
                .orElse(0.0);
        if (traditional > simplified && traditional > 0.3) {
            return Optional.of(BIG5);
        }
        boolean likely = simplified > 0.3 || mostlyPairs(head);
        return mainland.isPresent() && likely ? Optional.of(GB18030) : Optional.empty();
    }

    /** A MiB of whole lines from the first byte beyond ASCII on; a line feed is no part of a longer character. */
    private static byte[] head(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] >= 0) {
            start++;
        }
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        int end = (int) Math.min(bytes.length, (long) start + HEAD);
        while (end > start && end < bytes.length && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOfRange(bytes, start, end > start ? end : bytes.length);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Most bytes above 0x7F stand in pairs with both above 0xA0, as the common characters of GB2312 do. */
    private static boolean mostlyPairs(byte[] bytes) {
        int pairs = 0;
        int others = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                boolean pair = (bytes[i] & 0xFF) > 0xA0 && i + 1 < bytes.length && (bytes[i + 1] & 0xFF) > 0xA0;
                if (pair) {
                    pairs++;
                    i++;
                } else {
                    others++;
                }
            }
        }
        return pairs > 4 * others;
    }
}
