package io.riskloom.engine.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells files that are no delimited text by their first bytes, and by control characters anywhere. */
final class FileKind {

    private static final int SNIFF = 4096;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private FileKind() {}

    /** @throws DataException where the bytes are a spreadsheet, an archive, a web page or another known format */
    static void refuseOthers(String name, byte[] bytes) throws DataException {
        if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 'P', 'K', 5, 6)) {
            boolean office = contains(bytes, "[Content_Types].xml") || contains(bytes, "xl/");
            throw refuse(office ? "data.error.spreadsheet" : "data.error.archive", name, office ? "XLSX" : "ZIP");
        } else if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refuse("data.error.spreadsheet", name, "XLS");
        } else if (gzip(bytes)) {
            throw refuse("data.error.archive", name, "GZIP");
        } else if (starts(bytes, '7', 'z', 0xBC, 0xAF)) {
            throw refuse("data.error.archive", name, "7Z");
        } else if (starts(bytes, 'B', 'Z', 'h')) {
            throw refuse("data.error.archive", name, "BZIP2");
        } else if (tar(bytes)) {
            throw refuse("data.error.archive", name, "TAR");
        } else if (starts(bytes, '%', 'P', 'D', 'F')) {
            throw refuse("data.error.binary", name, "PDF");
        } else if (starts(bytes, 'P', 'A', 'R', '1')) {
            throw refuse("data.error.binary", name, "Parquet");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, SNIFF), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<table")) {
            throw refuse("data.error.html", name, "HTML");
        } else if (head.startsWith("<?xml")) {
            throw refuse("data.error.binary", name, "XML");
        } else if (head.startsWith("{") || head.startsWith("[{") || head.startsWith("[[")) {
            throw refuse("data.error.binary", name, "JSON");
        }
    }

    static boolean gzip(byte[] bytes) {
        return starts(bytes, 0x1F, 0x8B);
    }

    /** Refuses characters below the tabulator, which no text holds. */
    static void refuseControls(String name, byte[] bytes) throws DataException {
        int i = 0;
        for (; i + 8 <= bytes.length; i += 8) {
            long eight = (long) LONGS.get(bytes, i);
            if (((eight - 0x0909090909090909L) & ~eight & 0x8080808080808080L) != 0) {
                break; // one of the eight is below 9
            }
        }
        for (; i < bytes.length; i++) {
            if (bytes[i] >= 0 && bytes[i] < 9) {
                throw refuse("data.error.binary", name, "0x0" + bytes[i] + " @ " + i);
            }
        }
    }

    private static boolean tar(byte[] bytes) {
        return bytes.length > 262 && "ustar".equals(new String(bytes, 257, 5, StandardCharsets.ISO_8859_1));
    }

    static boolean starts(byte[] bytes, int... magic) {
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

    private static DataException refuse(String key, String name, String found) {
        return new DataException(key, name, 0, "", "", found);
    }
}
