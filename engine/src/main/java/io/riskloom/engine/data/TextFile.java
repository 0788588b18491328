package io.riskloom.engine.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file's bytes, known to be text, with their hash and their encoding. A byte order mark decides; without one, valid UTF-8
 * is UTF-8; other bytes are GB18030 where nearly all come in pairs of its Chinese plane, otherwise windows-1252.
 */
record TextFile(Path path, String name, String sha256, Charset charset, boolean guessed, byte[] bytes, int start) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SNIFF = 4096;

    static TextFile read(Path path) throws DataException, IOException {
        Path leaf = path.getFileName();
        String name = leaf == null ? path.toString() : leaf.toString();
        if (Files.isDirectory(path)) {
            throw refuse("data.error.folder", name, "");
        }
        byte[] bytes;
        try {
            if (Files.size(path) > Integer.MAX_VALUE - 64) {
                throw refuse("data.error.tooLarge", name, String.valueOf(Files.size(path)));
            }
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw refuse("data.error.notFound", name, path.toString());
        } catch (AccessDeniedException e) {
            throw refuse("data.error.denied", name, path.toString());
        }
        return of(path, name, bytes);
    }

    static TextFile of(Path path, String name, byte[] bytes) throws DataException {
        String sha256 = sha256(bytes);
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return text(path, name, sha256, StandardCharsets.UTF_8, bytes, 3);
        } else if (starts(bytes, 0xFF, 0xFE)) {
            return text(path, name, sha256, StandardCharsets.UTF_16LE, bytes, 2);
        } else if (starts(bytes, 0xFE, 0xFF)) {
            return text(path, name, sha256, StandardCharsets.UTF_16BE, bytes, 2);
        }
        refuseOtherFormats(name, bytes);
        if (decodes(bytes, 0, StandardCharsets.UTF_8)) {
            return new TextFile(path, name, sha256, StandardCharsets.UTF_8, false, bytes, 0);
        }
        Charset guess = looksChinese(bytes) ? GB18030 : WINDOWS;
        if (!decodes(bytes, 0, guess)) {
            throw refuse("data.error.encoding", name, guess.name());
        }
        return new TextFile(path, name, sha256, guess, true, bytes, 0);
    }

    private static TextFile text(Path path, String name, String sha256, Charset charset, byte[] bytes, int start)
            throws DataException {
        if (!decodes(bytes, start, charset)) {
            throw refuse("data.error.encoding", name, charset.name());
        }
        return new TextFile(path, name, sha256, charset, false, bytes, start);
    }

    Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
    }

    /** The first characters, at most {@code limit}. */
    String head(int limit) throws IOException {
        char[] buffer = new char[limit];
        int filled = 0;
        try (Reader reader = reader()) {
            int read;
            while (filled < limit && (read = reader.read(buffer, filled, limit - filled)) > 0) {
                filled += read;
            }
        }
        return new String(buffer, 0, filled);
    }

    /** Number of quotation marks right before the last line end. */
    int quotesAtEnd() {
        int unit = charset.name().startsWith("UTF-16") ? 2 : 1;
        int low = charset == StandardCharsets.UTF_16BE ? 1 : 0;
        int end = bytes.length;
        while (end - unit >= start && (bytes[end - unit + low] == '\n' || bytes[end - unit + low] == '\r')) {
            end -= unit;
        }
        int marks = 0;
        while (end - (marks + 1) * unit >= start && bytes[end - (marks + 1) * unit + low] == '"') {
            marks++;
        }
        return marks;
    }

    /** The file's name without its extension. */
    String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static void refuseOtherFormats(String name, byte[] bytes) throws DataException {
        if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 'P', 'K', 5, 6)) {
            boolean office = contains(bytes, "[Content_Types].xml") || contains(bytes, "xl/");
            throw refuse(office ? "data.error.spreadsheet" : "data.error.archive", name, office ? "XLSX" : "ZIP");
        } else if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refuse("data.error.spreadsheet", name, "XLS");
        } else if (starts(bytes, 0x1F, 0x8B)) {
            throw refuse("data.error.archive", name, "GZIP");
        } else if (starts(bytes, '7', 'z', 0xBC, 0xAF)) {
            throw refuse("data.error.archive", name, "7Z");
        } else if (starts(bytes, '%', 'P', 'D', 'F')) {
            throw refuse("data.error.binary", name, "PDF");
        } else if (starts(bytes, 'P', 'A', 'R', '1')) {
            throw refuse("data.error.binary", name, "Parquet");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, SNIFF), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<table")) {
            throw refuse("data.error.html", name, "HTML");
        } else if (head.startsWith("<?xml")) {
            throw refuse("data.error.binary", name, "XML");
        } else if (head.startsWith("{") || head.startsWith("[{") || head.startsWith("[[")) {
            throw refuse("data.error.binary", name, "JSON");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0 && bytes[i] < 9) {
                throw refuse("data.error.binary", name, "0x0" + bytes[i] + " @ " + i);
            }
        }
    }

    private static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, String text) {
        return new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.ISO_8859_1).contains(text);
    }

    private static boolean decodes(byte[] bytes, int start, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(1 << 14);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    /** Most bytes above 0x7F stand in pairs with both above 0xA0, as the common characters of GB2312 do. */
    private static boolean looksChinese(byte[] bytes) {
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
        return pairs > 4 * others && decodes(bytes, 0, GB18030);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static DataException refuse(String key, String name, String found) {
        return new DataException(key, name, 0, "", "", found);
    }
}
