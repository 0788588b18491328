package io.riskloom.engine.data;

import com.sun.management.ThreadMXBean;
import io.riskloom.engine.fuzz.Fuzzer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads bytes in every way the importer offers: they are read or refused, within 5 s and 256 MiB of objects, and what is read
 * keeps the promises of its records.
 */
public final class ImportTarget implements Fuzzer.Target {

    private static final long MOST_TIME = 5_000_000_000L;
    private static final long MOST_MEMORY = 256L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Path file;

    public ImportTarget(Path file) {
        this.file = file;
    }

    @Override
    public void accept(byte[] bytes) throws IOException {
        long start = System.nanoTime();
        long before = threads.getCurrentThreadAllocatedBytes();
        Files.write(file, bytes);
        check(() -> check(CsvReader.read(file)));
        check(() -> check(CsvReader.readForScoring(file)));
        check(() -> check(CsvReader.preview(file, ReadSettings.DETECTED)));
        long memory = threads.getCurrentThreadAllocatedBytes() - before;
        long time = System.nanoTime() - start;
        require(memory <= MOST_MEMORY, bytes.length + " bytes took " + memory + " bytes");
        require(time <= MOST_TIME, bytes.length + " bytes took " + time + " ns");
    }

    private interface Reading {
        void run() throws DataException, IOException;
    }

    private static void check(Reading reading) throws IOException {
        try {
            reading.run();
        } catch (DataException e) {
            require(
                    e.notice().key().startsWith("data.error.")
                            && e.notice().args().size() == 5,
                    e.notice().toString());
        }
    }

    private static void check(Imported imported) {
        switch (imported) {
            case Imported.Prices prices -> {
                for (int i = 0; i < prices.series().size(); i++) {
                    check(prices.series().get(i), prices.lines().get(i));
                }
            }
            case Imported.Credit credit -> check(credit);
        }
        ImportReport report = imported.report();
        require(report.preview().size() == report.previewLines().size(), "lines of the preview");
        require(!report.columns().isEmpty() && report.rows() > 0, "an empty report");
    }

    private static void check(PriceHistory history, int[] lines) {
        double[] close = history.close();
        require(close.length > 0 && lines.length == close.length, "lengths");
        for (int i = 0; i < close.length; i++) {
            require(close[i] > 0 && Double.isFinite(close[i]), "close " + close[i]);
            require(
                    i == 0
                            || history.dates()
                                    .get(i - 1)
                                    .isBefore(history.dates().get(i)),
                    "order");
            require(lines[i] > 0, "line " + lines[i]);
        }
        for (double[] column : new double[][] {history.open(), history.high(), history.low(), history.volume()}) {
            for (double value : column) {
                require(!Double.isInfinite(value), "infinite");
            }
        }
    }

    private static void check(Imported.Credit credit) {
        CreditBook book = credit.book();
        require(book.size() > 0 && credit.lines().length == book.size(), "rows");
        if (book.bad().length > 0) {
            require(book.eventRate() > 0 && book.eventRate() < 1, "one class");
        }
        for (CreditColumn column : book.features()) {
            require(column.size() == book.size(), column.name());
            switch (column) {
                case CreditColumn.Numeric numeric -> {
                    for (double value : numeric.values()) {
                        require(!Double.isInfinite(value), "infinite");
                    }
                }
                case CreditColumn.Categorical texts -> {
                    for (int code : texts.codes()) {
                        require(code >= -1 && code < texts.levels().size(), "code " + code);
                    }
                }
            }
        }
    }

    private static void check(Preview preview) {
        require(
                preview.rows().size() == preview.lines().size()
                        && preview.rows().size() <= 200,
                "rows of the preview");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
