package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Paths of one or several columns; a price history is one path.
 *
 * @param file    name of the file without its folder
 * @param columns names as they are written there
 * @param levels  paths × columns × days; all paths of a file have the same length
 */
public record PathTable(String file, List<String> columns, double[][][] levels) {
    private static final List<String> BAR = List.of("open", "high", "low", "close");
    private static final String CLOSE = "close";
    private static final String ADJUSTED = "adjclose";
    private static final String VOLUME = "volume";

    public PathTable {
        columns = List.copyOf(columns);
    }

    public int paths() {
        return levels.length;
    }

    /** Days of each path. */
    public int days() {
        return levels[0][0].length;
    }

    /** Place of a column, whatever its capitals. */
    public Optional<Integer> find(String column) {
        String wanted = plain(column);
        return IntStream.range(0, columns.size())
                .filter(c -> plain(columns.get(c)).equals(wanted))
                .boxed()
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
    }

    /** Whether a column counts units traded. */
    public static boolean volume(String column) {
        return plain(column).equals(VOLUME);
    }

    /**
     * Some columns in that order.
     *
     * @throws DataException {@code data.error.pathColumn} naming the column that is not there, and those that are
     */
    public PathTable only(List<String> wanted) throws DataException {
        List<Integer> places = new ArrayList<>();
        for (String name : wanted) {
            places.add(find(name).orElseThrow(() -> missing(name)));
        }
        return places(wanted, places);
    }

    /** The refusal of a column that is not there. */
    public DataException missing(String column) {
        return new DataException("data.error.pathColumn", file, 1, column, column, String.join(", ", columns));
    }

    private PathTable places(List<String> names, List<Integer> places) {
        double[][][] some = Arrays.stream(levels)
                .map(path -> places.stream().map(c -> path[c]).toArray(double[][]::new))
                .toArray(double[][][]::new);
        return new PathTable(file, names, some);
    }

    /**
     * The columns that have a price of their own: of bars the close alone, else all but the volume.
     */
    public List<String> prices() {
        if (bars()) {
            return List.of(columns.get(find(CLOSE).orElseThrow()));
        }
        return columns.stream().filter(name -> !volume(name)).toList();
    }

    private boolean bars() {
        return BAR.stream().allMatch(name -> find(name).isPresent());
    }

    /**
     * Bars in the order of TimeGAN's data: open, high, low, close, adjclose, volume, where the close stands for an adjusted one
     * that is not there; other tables as they are.
     */
    public PathTable literature() {
        if (!bars() || find(VOLUME).isEmpty()) {
            return this;
        }
        List<String> names = new ArrayList<>(BAR);
        names.addAll(List.of(ADJUSTED, VOLUME));
        List<Integer> places = names.stream()
                .map(name -> find(name).orElseGet(() -> find(CLOSE).orElseThrow()))
                .toList();
        return places(names, places);
    }

    /** Log returns of a column, paths × (days − 1). */
    public double[][] returns(String column) {
        int c = find(column).orElseThrow();
        double[][] returns = new double[levels.length][days() - 1];
        for (int p = 0; p < levels.length; p++) {
            for (int t = 0; t < returns[p].length; t++) {
                returns[p][t] = Math.log(levels[p][c][t + 1] / levels[p][c][t]);
            }
        }
        return returns;
    }
}
