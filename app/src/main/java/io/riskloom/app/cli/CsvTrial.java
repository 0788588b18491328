package io.riskloom.app.cli;

import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The measured process of {@code riskloom bench csv}: reads a price file several times, from opening it to typed and checked
 * series, and prints its {@link Trial}. Each result is given up before the next reading begins.
 */
final class CsvTrial {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KIB_A_MB = 1000.0 / 1.024;

    private CsvTrial() {}

    /** @param args the file and how often to read it */
    public static void main(String[] args) throws DataException, IOException {
        Path file = Path.of(args[0]);
        List<String> seconds = new ArrayList<>();
        Read last = new Read(0, 0, 0);
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            last = read(file);
            seconds.add(String.format(Locale.ROOT, "%.4f", last.seconds()));
        }
        System.out.printf(
                Locale.ROOT,
                "{\"name\": \"Riskloom\", \"size\": %d, \"check\": %.6f, \"seconds\": %s, \"peakMb\": %s}%n",
                last.rows(),
                last.sum(),
                seconds,
                peakMb());
    }

    /** What is left of a reading when its result is given up. */
    private record Read(double seconds, int rows, double sum) {}

    private static Read read(Path file) throws DataException, IOException {
        long start = System.nanoTime();
        Imported.Prices prices = (Imported.Prices) CsvReader.read(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        double sum = 0;
        for (double close : prices.series().getFirst().close()) {
            sum += close;
        }
        return new Read(seconds, prices.source().rows(), sum);
    }

    /** Known on Linux only: other systems do not tell a process its own largest size without native calls. */
    private static String peakMb() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return "null";
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .map(kib -> String.format(Locale.ROOT, "%.1f", kib / KIB_A_MB))
                .findFirst()
                .orElse("null");
    }
}
