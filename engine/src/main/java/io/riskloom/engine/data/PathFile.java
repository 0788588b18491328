package io.riskloom.engine.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads paths from a CSV file that any tool may have written. With a column that tells paths apart (path, sample, simulation,
 * scenario …) each row is one day of one path, its step in a column of that name if there is one, in rising order; the other
 * columns but an index and dates are prices, or returns. A file without such a column is one path: a price history as
 * {@link CsvReader} reads it, of several series on the days that all of them have, or a table of returns.
 */
public final class PathFile {
    private static final Set<String> PATHS = Set.of(
            "path", "paths", "pathid", "sample", "sampleid", "simulation", "sim", "scenario", "trajectory", "id");
    static final Set<String> STEPS = Set.of("step", "t", "time", "day", "date", "index", "");

    private PathFile() {}

    /**
     * @param returns whether the columns are daily log returns: a path's levels then begin at 1 on the day before the first
     * @throws DataException naming line and column of a cell that is no price or return, of a path that is shorter or longer than
     *     the first, of steps out of order, of returns that no level can hold, or a file without columns of numbers; and as
     *     {@link CsvReader#read(Path)}
     */
    public static PathTable read(Path file, boolean returns) throws DataException, IOException {
        List<String> header = header(file);
        int path = place(header, PATHS);
        if (!Files.isRegularFile(file) || path < 0 && !returns) {
            return ofHistory(file);
        }
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return new PathRows(TextFile.nameOf(file), header, path, returns).read(in);
        } catch (CharacterCodingException e) {
            throw encoding(file);
        }
    }

    private static DataException encoding(Path file) {
        return new DataException("data.error.encoding", TextFile.nameOf(file), 0, "", "", "UTF-8");
    }

    /** The cells of the first line. */
    private static List<String> header(Path file) throws DataException, IOException {
        if (!Files.isRegularFile(file)) {
            return List.of(); // the reader of price files says what is wrong
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            return line == null ? List.of() : PathRows.cells(line.startsWith("\uFEFF") ? line.substring(1) : line);
        } catch (CharacterCodingException e) {
            return List.of(); // the reader of price files knows other encodings
        }
    }

    static int place(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(plain(header.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** A column's name without capitals, blanks and marks. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
    }

    private static PathTable ofHistory(Path file) throws DataException, IOException {
        return switch (CsvReader.read(file)) {
            case Imported.Prices prices
            when prices.series().size() == 1 -> ofBars(file, prices.series().getFirst());
            case Imported.Prices prices -> ofSeries(file, prices.series());
            case Imported.Credit credit ->
                throw new DataException("data.error.pathNoPrice", TextFile.nameOf(file), 0, "", "", "");
        };
    }

    private static PathTable ofBars(Path file, PriceHistory history) {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        add("open", history.open(), names, columns);
        add("high", history.high(), names, columns);
        add("low", history.low(), names, columns);
        add("close", history.close(), names, columns);
        add("volume", history.volume(), names, columns);
        return new PathTable(TextFile.nameOf(file), names, new double[][][] {columns.toArray(double[][]::new)});
    }

    private static void add(String name, double[] values, List<String> names, List<double[]> columns) {
        boolean whole = values.length > 0;
        for (double value : values) {
            whole &= value > 0 || name.equals("volume") && value >= 0;
        }
        if (whole) {
            names.add(name);
            columns.add(values);
        }
    }

    private static PathTable ofSeries(Path file, List<PriceHistory> series) {
        List<LocalDate> shared = new ArrayList<>(series.getFirst().dates());
        series.forEach(each -> shared.retainAll(Set.copyOf(each.dates())));
        double[][] closes = new double[series.size()][shared.size()];
        for (int s = 0; s < closes.length; s++) {
            double[] close = series.get(s).close();
            int day = 0;
            for (int t = 0; t < close.length && day < shared.size(); t++) {
                if (series.get(s).dates().get(t).equals(shared.get(day))) {
                    closes[s][day++] = close[t];
                }
            }
        }
        return new PathTable(
                TextFile.nameOf(file), series.stream().map(PriceHistory::symbol).toList(), new double[][][] {closes});
    }
}
