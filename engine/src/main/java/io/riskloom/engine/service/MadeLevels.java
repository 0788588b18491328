package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PathTable;
import io.riskloom.engine.model.PathSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Generated levels beside those of real columns. */
final class MadeLevels {
    private static final List<String> BAR = List.of("open", "high", "low", "close");
    private static final String ADJUSTED = "adjclose";

    private MadeLevels() {}

    /**
     * The real columns that were generated as well: bars lose their volume where the generator makes none.
     *
     * @throws NoticeException {@code service.noSeries} (file, column) for another series of which there are no paths
     */
    static PathTable both(PathTable real, PathSet made) throws NoticeException {
        PathTable both = real.columns().containsAll(BAR) && !has(made, "volume") ? real.only(BAR) : real;
        for (String name : both.columns().subList(1, both.columns().size())) {
            if (!has(made, source(name))) {
                throw new NoticeException(Notice.of("service.noSeries", real.file(), name));
            }
        }
        return both;
    }

    private static boolean has(PathSet made, String name) {
        return made.others().stream().anyMatch(column -> column.name().equals(name));
    }

    /** The close, which is adjusted, stands for both. */
    private static String source(String name) {
        return name.equals(ADJUSTED) ? "close" : name;
    }

    /**
     * @param rebased whether the level of the day before stands in front
     * @return paths × columns × days; the first of columns that are no bar is the main series, whatever its name
     */
    static double[][][] of(PathSet made, PathTable real, boolean rebased) {
        List<double[][]> each = real.columns().stream()
                .map(name -> has(made, source(name)) ? column(made, source(name)) : made.prices())
                .toList();
        return IntStream.range(0, made.paths())
                .mapToObj(p -> each.stream()
                        .map(levels -> Arrays.copyOfRange(levels[p], rebased ? 0 : 1, levels[p].length))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[][] column(PathSet made, String name) {
        return made.others().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .levels();
    }
}
