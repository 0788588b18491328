package io.riskloom.engine.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes inputs at random: single bytes, pieces of a dictionary, blocks and lines of themselves and of other inputs. */
final class Mutator {

    private static final int LONGEST = 4096;

    private final Random random;
    private final List<byte[]> dictionary;

    Mutator(Random random, List<byte[]> dictionary) {
        this.random = random;
        this.dictionary = dictionary;
    }

    /** One to eight changes. */
    byte[] mutate(byte[] input, byte[] other) {
        byte[] bytes = input;
        for (int changes = 1 << random.nextInt(4); changes > 0; changes--) {
            bytes = change(bytes, other);
        }
        return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
    }

    private byte[] change(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(1 << random.nextInt(8)));
        byte[] piece = dictionary.get(random.nextInt(dictionary.size()));
        return switch (random.nextInt(9)) {
            case 0 -> replaced(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(bytes, at, at, piece);
            case 2 -> replaced(bytes, at, Math.min(bytes.length, at + piece.length), piece);
            case 3 -> replaced(bytes, at, to, new byte[0]);
            case 4 -> replaced(bytes, random.nextInt(bytes.length + 1), -1, Arrays.copyOfRange(bytes, at, to));
            case 5 -> cell(bytes, at, piece);
            case 6 -> line(bytes, at);
            case 7 -> other.length == 0 ? bytes : spliced(bytes, at, other);
            default -> bytes.length == 0 ? bytes : flipped(bytes, random.nextInt(bytes.length));
        };
    }

    /** @param to −1 to insert */
    private static byte[] replaced(byte[] bytes, int from, int to, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int behind = to < 0 ? from : to;
        out.write(bytes, 0, from);
        out.writeBytes(piece);
        out.write(bytes, behind, bytes.length - behind);
        return out.toByteArray();
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    /** Puts a piece in place of everything up to the next separator or line end on both sides. */
    private static byte[] cell(byte[] bytes, int at, byte[] piece) {
        int from = at;
        while (from > 0 && ",;\t|\n\r".indexOf(bytes[from - 1]) < 0) {
            from--;
        }
        int to = at;
        while (to < bytes.length && ",;\t|\n\r".indexOf(bytes[to]) < 0) {
            to++;
        }
        return replaced(bytes, from, to, piece);
    }

    /** Takes a line out or writes it several times. */
    private byte[] line(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        to = Math.min(bytes.length, to + 1);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int times = random.nextInt(4); times > 0; times--) {
            lines.write(bytes, from, to - from);
        }
        return replaced(bytes, from, to, lines.toByteArray());
    }

    private byte[] spliced(byte[] bytes, int at, byte[] other) {
        int from = random.nextInt(other.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.write(other, from, other.length - from);
        return out.toByteArray();
    }
}
