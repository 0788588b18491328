package io.riskloom.engine.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip file's content, bounded: 2 GiB, and 200 times the packed size once it is over 64 MiB. */
final class Gunzip {

    private static final long MOST = Integer.MAX_VALUE - 64L;
    private static final long HARMLESS = 64L << 20;
    private static final int RATIO = 200;
    private static final int BLOCK = 1 << 20;

    private Gunzip() {}

    static byte[] unpack(String name, byte[] packed) throws DataException {
        List<byte[]> blocks = new ArrayList<>();
        long size = 0;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            byte[] block;
            while ((block = in.readNBytes(BLOCK)).length > 0) {
                blocks.add(block);
                size += block.length;
                if (size > MOST || (size > HARMLESS && size > (long) RATIO * packed.length)) {
                    throw new DataException("data.error.gzipTooLarge", name, 0, "", "", String.valueOf(size));
                }
            }
        } catch (EOFException | ZipException e) {
            throw new DataException("data.error.gzip", name, 0, "", "", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // an array has no disk or pipe behind it that could fail: a bad packing is all that can be met, and told
            // above
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
        byte[] all = new byte[(int) size];
        int at = 0;
        for (byte[] block : blocks) {
            System.arraycopy(block, 0, all, at, block.length);
            at += block.length;
        }
        return all;
    }
}
