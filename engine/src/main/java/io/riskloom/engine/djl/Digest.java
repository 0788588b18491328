package io.riskloom.engine.djl;

import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.model.Learnt;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over numbers, in the order in which they are added. */
final class Digest {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest sha;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private int windows;

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    Digest add(double... values) {
        for (double value : values) {
            room(Double.BYTES).putDouble(value);
        }
        return this;
    }

    /** Scalers; absent ones are left out. */
    Digest add(SeriesScale scale) {
        for (Scaler scaler : new Scaler[] {scale.inputs(), scale.targets()}) {
            if (scaler != null) {
                add(scaler.mean()).add(scaler.scale());
            }
        }
        return this;
    }

    /** Row by row the input, then the target. */
    Digest add(Samples samples) {
        int size = Math.toIntExact(samples.shape().size());
        int width = samples.width();
        for (int row = 0; row < samples.rows(); row++) {
            add(samples.x(), row * size, size);
            add(samples.y(), row * width, width);
        }
        windows += samples.rows();
        return this;
    }

    /**
     * The same numbers as the samples that are made of these parts, without making all of them at once.
     *
     * @param check is run before each window and may break off
     */
    Digest add(List<Samples.Part> parts, Runnable check) {
        for (Samples.Part part : parts) {
            for (int origin : part.origins()) {
                check.run();
                float[] x = part.windows().of(origin);
                add(x, 0, x.length);
                add(part.label().apply(origin), 0, part.width());
                windows++;
            }
        }
        return this;
    }

    private void add(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            room(Float.BYTES).putFloat(values[i]);
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        sha.update(buffer.flip());
        buffer.clear();
    }

    /** Of all that was added; nothing can be added after it. */
    Learnt.Given given() {
        flush();
        return new Learnt.Given(windows, HexFormat.of().formatHex(sha.digest()));
    }
}
