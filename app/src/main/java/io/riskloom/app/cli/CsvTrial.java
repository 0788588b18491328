package io.riskloom.app.cli;

import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.service.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The measured process of {@code riskloom bench csv}: reads a price file several times, from opening it to typed and checked
 * series, and prints its {@link Trial}. Each result is given up before the next reading begins.
 */
final class CsvTrial {

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
        double peak = Memory.peakMb();
        System.out.printf(
                Locale.ROOT,
                "{\"name\": \"Riskloom\", \"size\": %d, \"check\": %.6f, \"seconds\": %s, \"peakMb\": %s}%n",
                last.rows(),
                last.sum(),
                seconds,
                Double.isNaN(peak) ? "null" : String.format(Locale.ROOT, "%.1f", peak));
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
}
