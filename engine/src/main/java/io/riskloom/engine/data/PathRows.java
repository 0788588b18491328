package io.riskloom.engine.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** The rows of a table of paths, each a day of one path; cells are cut at the separator that the header has most of. */
final class PathRows {
    private static final String PRICE = "100.5";
    private static final String RETURN = "-0.012";
    private static final int FEWEST_DAYS = 2;
    /** A sum of log returns beyond which a level would be no number, or 0. */
    private static final double MOST_RETURN = 700;
    /** Columns that number the rows beside the one that numbers the steps: a table's index, its dates. */
    private static final Set<String> FURTHER = Set.of("step", "time", "date", "index", "");

    /** Columns that must rise along a path where they hold numbers. */
    private static final Set<String> RISING = Set.of("step", "t");

    private final String file;
    private final List<String> header;
    private final int path;
    private final boolean returns;
    private final int step;
    private final List<Integer> places = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Rows> paths = new LinkedHashMap<>();
    private String first; // cell that names the first path; null before it

    /** Rows of one path, day after day. */
    private static final class Rows {
        private double[] values = new double[64];
        private int size;
        private int lastLine;
        private double lastStep = Double.NEGATIVE_INFINITY;
        private String lastCell = "";

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
        int named = PathFile.place(header, Set.of("step"));
        int number = named < 0 ? PathFile.place(header, PathFile.STEPS) : named;
        this.step = number >= 0 && RISING.contains(PathFile.plain(header.get(number))) ? number : -1;
        take(i -> i != number && !FURTHER.contains(PathFile.plain(header.get(i))));
        if (places.isEmpty()) {
            take(i -> i != number); // an index that is a price
        }
    }

    private void take(IntPredicate wanted) {
        for (int i = 0; i < header.size(); i++) {
            if (i != path && wanted.test(i)) {
                places.add(i);
                names.add(header.get(i));
            }
        }
    }

    /** @param in at the header */
    PathTable read(BufferedReader in) throws DataException, IOException {
        if (places.isEmpty()) {
            throw new DataException("data.error.pathNoPrice", file, 1, "", "", "");
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
        Rows rows = paths.computeIfAbsent(path < 0 ? "" : numbered(cells.get(path), line), key -> new Rows());
        if (step >= 0) {
            follow(rows, cells.get(step), line);
        }
        for (int place : places) {
            rows.add(number(cells.get(place), place, line));
        }
        rows.lastLine = line;
    }

    /** Names of paths are numbers where the first is one: another cell is a slip, not a path of its own. */
    private String numbered(String cell, int line) throws DataException {
        if (paths.isEmpty()) {
            first = cell;
        } else if (!Double.isNaN(parse(first)) && Double.isNaN(parse(cell))) {
            throw new DataException("data.error.pathNumber", file, line, header.get(path), first, cell);
        }
        return cell;
    }

    /** Days are taken as they stand, so that steps that stand otherwise would be mixed up. */
    private void follow(Rows rows, String cell, int line) throws DataException {
        double now = parse(cell);
        if (now <= rows.lastStep) {
            throw new DataException("data.error.pathOrder", file, line, header.get(step), rows.lastCell, cell);
        }
        if (!Double.isNaN(now)) {
            rows.lastStep = now;
            rows.lastCell = cell;
        }
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
            levels[p++] = returns ? cumulated(rows, days) : columns(rows, days, width);
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

    private double[][] cumulated(Rows rows, int days) throws DataException {
        int width = places.size();
        double[][] levels = new double[width][days + 1];
        for (int c = 0; c < width; c++) {
            double sum = 0;
            levels[c][0] = 1;
            for (int t = 0; t < days; t++) {
                sum += rows.values[t * width + c];
                if (Math.abs(sum) > MOST_RETURN) {
                    String found = String.valueOf(Math.round(sum));
                    throw new DataException("data.error.pathReturns", file, rows.lastLine, names.get(c), RETURN, found);
                }
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

    /** Quotation marks around a cell are left out, and what stands between them is one cell. */
    private static List<String> cut(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
