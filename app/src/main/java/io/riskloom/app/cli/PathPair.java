package io.riskloom.app.cli;

import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PathTable;
import io.riskloom.engine.judge.PathComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two tables of paths with the columns that are compared, in the same order.
 *
 * @param real      cut to these columns
 * @param generated the same columns, under its own names
 */
record PathPair(PathTable real, PathTable generated) {

    private static final String CLOSE = "close";

    /**
     * @param wanted names of columns; empty for those that both have, whatever their capitals. A single generated column is beside
     *     the real file's only one, or its close
     * @throws DataException   naming a column that a file lacks
     * @throws NoticeException {@code cli.error.noCommonColumns} (file, its columns, other file, its columns)
     */
    static PathPair of(PathTable real, PathTable generated, List<String> wanted) throws NoticeException {
        if (!wanted.isEmpty()) {
            return new PathPair(real.only(wanted), generated.only(wanted));
        }
        List<String> shared = new ArrayList<>();
        for (String name : real.columns()) {
            if (generated.find(name).isPresent()) {
                shared.add(name);
            }
        }
        if (!shared.isEmpty()) {
            return new PathPair(real.only(shared), generated.only(shared));
        }
        boolean alone = real.columns().size() == 1;
        if (generated.columns().size() == 1 && (alone || real.find(CLOSE).isPresent())) {
            return new PathPair(real.only(List.of(alone ? real.columns().getFirst() : CLOSE)), generated);
        }
        throw new NoticeException(Notice.of(
                "cli.error.noCommonColumns",
                real.file(),
                String.join(", ", real.columns()),
                generated.file(),
                String.join(", ", generated.columns())));
    }

    /** Names of the compared prices. */
    List<String> prices() {
        return real.prices();
    }

    /** Those of the comparison, after {@code cli.evaluate.joined} (paths) where several real paths are laid one behind the other. */
    List<Notice> warnings(PathComparison found) {
        List<Notice> warnings = new ArrayList<>();
        if (real.paths() > 1) {
            warnings.add(Notice.of("cli.evaluate.joined", real.paths()));
        }
        warnings.addAll(found.warnings());
        return warnings;
    }

    /** Log returns of the prices; real paths are laid one behind the other. */
    PathComparison.Given given() {
        List<String> names = prices();
        int[] places =
                names.stream().mapToInt(name -> real.find(name).orElseThrow()).toArray();
        double[][] ours = names.stream()
                .map(name -> Arrays.stream(real.returns(name))
                        .flatMapToDouble(Arrays::stream)
                        .toArray())
                .toArray(double[][]::new);
        double[][][] theirs = IntStream.of(places)
                .mapToObj(place -> generated.returns(generated.columns().get(place)))
                .toArray(double[][][]::new);
        return new PathComparison.Given(names, ours, ours, theirs);
    }
}
