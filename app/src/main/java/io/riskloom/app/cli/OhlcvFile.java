package io.riskloom.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * The price file that readers are measured on: date, open, high, low, close, volume, one row a day from the year 1000 on,
 * prices with six decimals as vendors export them; the same bytes for the same number of rows on every machine. A million
 * days of one series end in the year 3737: pandas reads them from version 3 on.
 */
final class OhlcvFile {

    /** Reaches the year 9213. */
    static final int MOST_ROWS = 3_000_000;

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final long MICROS = 1_000_000;
    private static final long LOWEST = 100 * MICROS;
    private static final long HIGHEST = 9000 * MICROS;
    private static final int MOST_VOLUME = 2_000_000_000;

    private OhlcvFile() {}

    static void write(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder line = new StringBuilder();
        long close = 1000 * MICROS;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("date,open,high,low,close,volume\n");
            for (int i = 0; i < rows; i++) {
                long open = close;
                close = Math.clamp(open + random.nextLong(-open / 100, open / 100), LOWEST, HIGHEST);
                long high = Math.max(open, close) + random.nextLong(open / 500);
                long low = Math.min(open, close) - random.nextLong(open / 500);
                line.setLength(0);
                line.append(FIRST.plusDays(i));
                for (long price : new long[] {open, high, low, close}) {
                    line.append(',').append(price / MICROS).append('.');
                    line.append(Long.toString(MICROS + price % MICROS), 1, 7);
                }
                line.append(',').append(random.nextInt(MOST_VOLUME)).append('\n');
                out.append(line);
            }
        }
    }
}
