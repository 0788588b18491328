package io.riskloom.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * A file as it lies on the disk, its hash, and its bytes (those inside, where it is packed with gzip) until they are decoded.
 */
final class TextFile {

    private static final int BLOCK = 1 << 18;

    private final Path path;
    private final String name;
    private final CompletableFuture<String> sha256;
    private final byte[] bytes;

    private TextFile(Path path, String name, CompletableFuture<String> sha256, byte[] bytes) {
        this.path = path;
        this.name = name;
        this.sha256 = sha256;
        this.bytes = bytes;
    }

    static TextFile read(Path path) throws DataException, IOException {
        String name = nameOf(path);
        if (Files.isDirectory(path)) {
            throw refuse("data.error.folder", name, "");
        }
        try {
            if (Files.size(path) > Integer.MAX_VALUE - 64) {
                throw refuse("data.error.tooLarge", name, String.valueOf(Files.size(path)));
            }
            return of(path, name, bytes(path));
        } catch (NoSuchFileException e) {
            throw refuse("data.error.notFound", name, path.toString());
        } catch (AccessDeniedException e) {
            throw refuse("data.error.denied", name, path.toString());
        }
    }

    static String nameOf(Path path) {
        Path leaf = path.getFileName();
        return leaf == null ? path.toString() : leaf.toString();
    }

    /** In blocks, because the platform keeps a second copy of as much as it is asked for at once. */
    private static byte[] bytes(Path path) throws IOException {
        byte[] bytes = new byte[(int) Files.size(path)];
        int filled = 0;
        try (InputStream in = Files.newInputStream(path)) {
            int read;
            while ((read = in.read(bytes, filled, Math.min(BLOCK, bytes.length - filled))) > 0) {
                filled += read;
            }
            byte[] rest = in.readAllBytes(); // of a file that grows
            if (filled == bytes.length && rest.length == 0) {
                return bytes;
            }
            byte[] all = Arrays.copyOf(bytes, filled + rest.length);
            System.arraycopy(rest, 0, all, filled, rest.length);
            return all;
        }
    }

    private static TextFile of(Path path, String name, byte[] bytes) throws DataException {
        CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> sha256(bytes));
        if (!FileKind.gzip(bytes)) {
            return new TextFile(path, name, sha256, bytes);
        }
        boolean ending = name.toLowerCase(Locale.ROOT).endsWith(".gz") && name.length() > 3;
        return new TextFile(
                path, ending ? name.substring(0, name.length() - 3) : name, sha256, Gunzip.unpack(name, bytes));
    }

    /** @param encoding charset name, empty to detect it */
    Text text(String encoding) throws DataException {
        FileKind.refuseOthers(name, bytes);
        Charset charset = encoding.isEmpty() ? Encodings.detect(bytes) : named(name, bytes, encoding);
        int mark = Encodings.mark(bytes, charset);
        boolean utf8 = charset == StandardCharsets.UTF_8;
        if (utf8 || encoding.isEmpty() && !charset.name().startsWith("UTF-16")) {
            FileKind.refuseControls(name, bytes);
        }
        byte[] decoded = Encodings.utf8(bytes, mark, charset)
                .orElseThrow(() -> refuse("data.error.encoding", name, charset.name()));
        if (!utf8) {
            FileKind.refuseControls(name, decoded);
            FileKind.refuseOthers(name, decoded);
        }
        boolean guessed = encoding.isEmpty() && mark == 0 && !utf8;
        return new Text(name, charset, guessed, decoded, utf8 ? mark : 0, decoded.length);
    }

    /** @param head the file's first bytes */
    static Charset named(String name, byte[] head, String encoding) throws DataException {
        try {
            Charset charset = Charset.forName(encoding);
            if (charset.name().equals("UTF-16")) { // without a mark it means big endian
                return FileKind.starts(head, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            }
            return charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new DataException("data.error.setting", name, 0, "", "UTF-8, GB18030, Big5, windows-1252", encoding);
        }
    }

    Path path() {
        return path;
    }

    /** The file's name without its folder and without {@code .gz}. */
    String name() {
        return name;
    }

    /** Of the file as it lies on the disk; waits until it is computed. */
    String sha256() {
        return sha256.join();
    }

    /** The file's name without its extension. */
    String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The same file without its bytes, so that they can be freed while its columns live. */
    TextFile withoutBytes() {
        return new TextFile(path, name, sha256, new byte[0]);
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
