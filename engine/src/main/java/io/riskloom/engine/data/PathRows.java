package io.riskloom.engine.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table of paths, each a day of one path; cells are cut at the separator that the header has most of. */
final class PathRows {
    private static final String PRICE = "100.5";
    private static final String RETURN = "-0.012";
    private static final int FEWEST_DAYS = 2;

    private final String file;
    private final List<String> header;
    private final int path;
    private final boolean returns;
    private final List<Integer> places = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Rows> paths = new LinkedHashMap<>();

    /** Rows of one path, day after day. */
    private static final class Rows {
        private double[] values = new double[64];
        private int size;
        private int lastLine;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }
    }

    /** @param path place of the column that tells paths apart, −1 where all rows are one path */
    PathRows(String file, List<String> header, int path, boolean returns) {
        this.file = file;
        this.header = header;
        this.path = path;
        this.returns = returns;
        int step = PathFile.place(header, PathFile.STEPS);
        for (int i = 0; i < header.size(); i++) {
            if (i != path && i != step) {
                places.add(i);
                names.add(header.get(i));
            }
        }
    }

    /** @param in at the header */
    PathTable read(BufferedReader in) throws DataException, IOException {
        if (places.isEmpty()) {
            throw new DataException("data.error.noPriceColumn", file, 1, "", "", "");
        }
        String line = in.readLine();
        char separator = separator(line);
        int number = 1;
        for (line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                add(cut(line, separator), number);
            }
        }
        return table();
    }

    private void add(List<String> cells, int line) throws DataException {
        if (cells.size() != header.size()) {
            String found = String.valueOf(cells.size());
            throw new DataException("data.error.ragged", file, line, "", String.valueOf(header.size()), found);
        }
        Rows rows = paths.computeIfAbsent(path < 0 ? "" : cells.get(path), key -> new Rows());
        for (int place : places) {
            rows.add(number(cells.get(place), place, line));
        }
        rows.lastLine = line;
    }

    private double number(String cell, int place, int line) throws DataException {
        double value = parse(cell);
        boolean fits = returns || value > 0 || value == 0 && PathTable.volume(header.get(place));
        if (!Double.isFinite(value) || !fits) {
            String column = header.get(place);
            throw returns
                    ? new DataException("data.error.pathReturn", file, line, column, RETURN, cell)
                    : new DataException("data.error.pathPrice", file, line, column, PRICE, cell);
        }
        return value;
    }

    /** NaN for what is no number. */
    private static double parse(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private PathTable table() throws DataException {
        if (paths.isEmpty()) {
            throw new DataException("data.error.headerOnly", file, 0, "", "", "");
        }
        int width = places.size();
        int days = paths.values().iterator().next().size / width;
        double[][][] levels = new double[paths.size()][][];
        int p = 0;
        for (Map.Entry<String, Rows> each : paths.entrySet()) {
            Rows rows = each.getValue();
            if (rows.size != days * width || days < FEWEST_DAYS) {
                String expected = String.valueOf(Math.max(days, FEWEST_DAYS));
                String found = String.valueOf(rows.size / width);
                throw new DataException("data.error.pathLength", file, rows.lastLine, each.getKey(), expected, found);
            }
            levels[p++] = returns ? cumulated(rows, days, width) : columns(rows, days, width);
        }
        return new PathTable(file, names, levels);
    }

    private static double[][] columns(Rows rows, int days, int width) {
        double[][] columns = new double[width][days];
        for (int i = 0; i < days * width; i++) {
            columns[i % width][i / width] = rows.values[i];
        }
        return columns;
    }

    private static double[][] cumulated(Rows rows, int days, int width) {
        double[][] levels = new double[width][days + 1];
        for (int c = 0; c < width; c++) {
            double sum = 0;
            levels[c][0] = 1;
            for (int t = 0; t < days; t++) {
                sum += rows.values[t * width + c];
                levels[c][t + 1] = Math.exp(sum);
            }
        }
        return levels;
    }

    /** The cells of a header. */
    static List<String> cells(String line) {
        return cut(line, separator(line));
    }

    private static char separator(String line) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = line.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** Quotation marks around a cell are left out. */
    private static List<String> cut(String line, char separator) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            int to = line.indexOf(separator, from);
            String cell = line.substring(from, to < 0 ? line.length() : to).strip();
            boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            cells.add(quoted ? cell.substring(1, cell.length() - 1) : cell);
            from = to < 0 ? line.length() + 1 : to + 1;
        }
        return cells;
    }
}
