package io.riskloom.engine.data;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Writes the cells of long CSV files straight into bytes. Numbers have {@value #DIGITS} significant digits, so that what is read
 * back differs by less than 5·10⁻⁹ of itself; plain, without exponent and without trailing zeros. NaN and infinities are empty
 * cells.
 */
public final class CsvNumbers {

    public static final int DIGITS = 9;

    private static final int BUFFER = 1 << 16;
    /** No cell of the fast way is longer. */
    private static final int CELL = 40;

    private static final double LEAST = 1e-3;
    private static final double MOST = 1e15;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[20];
    private int size;
    private long written;

    public CsvNumbers(OutputStream out) {
        this.out = out;
    }

    /** A cell that is CSV already, or what lies between cells. */
    public void text(String plain) throws IOException {
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        flush();
        out.write(bytes);
        written += bytes.length;
    }

    /** A comma or a line's end. */
    public void mark(char ascii) throws IOException {
        room();
        buffer[size++] = (byte) ascii;
    }

    /** A count, 0 or more. */
    public void whole(long value) throws IOException {
        room();
        append(value, 1);
    }

    public void number(double value) throws IOException {
        room();
        double positive = Math.abs(value);
        if (!Double.isFinite(value)) {
            return;
        }
        if (positive == 0) {
            buffer[size++] = '0';
        } else if (positive < LEAST || positive >= MOST) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
            text(rounded.stripTrailingZeros().toPlainString());
        } else {
            if (value < 0) {
                buffer[size++] = '-';
            }
            fast(positive);
        }
    }

    private void fast(double value) {
        int before = 0;
        while (value >= POWERS[before]) {
            before++;
        }
        int decimals = DIGITS - before;
        for (double least = 0.1; value < least; least /= 10) {
            decimals++;
        }
        if (decimals < 0) {
            append(Math.round(value / POWERS[-decimals]) * POWERS[-decimals], 1);
            return;
        }
        long scaled = Math.round(value * POWERS[decimals]);
        append(scaled / POWERS[decimals], 1);
        long part = scaled % POWERS[decimals];
        if (part != 0) {
            int places = decimals;
            while (part % 10 == 0) {
                part /= 10;
                places--;
            }
            buffer[size++] = '.';
            append(part, places);
        }
    }

    /** With leading zeros up to so many digits. */
    private void append(long value, int least) {
        int n = 0;
        long rest = value;
        while (rest > 0 || n < least) {
            digits[n++] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        while (n > 0) {
            buffer[size++] = digits[--n];
        }
    }

    private void room() throws IOException {
        if (size > BUFFER - CELL) {
            flush();
        }
    }

    /** Hands on what is still here; the stream stays open. */
    public void flush() throws IOException {
        out.write(buffer, 0, size);
        written += size;
        size = 0;
    }

    /** Bytes so far. */
    public long written() {
        return written + size;
    }
}
