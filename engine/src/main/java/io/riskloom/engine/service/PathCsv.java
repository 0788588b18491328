package io.riskloom.engine.service;

import io.riskloom.engine.data.CsvCells;
import io.riskloom.engine.data.CsvNumbers;
import io.riskloom.engine.model.PathSet;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Generated paths as CSV, block after block: path, step (both from 1), then the price of each series after that step; of bars
 * open, high, low, close and volume as far as there are.
 */
final class PathCsv {

    private final CsvNumbers out;
    private final boolean bars;
    private long paths;

    /** @param bars whether the further columns are a bar's, whose close is the main series */
    PathCsv(OutputStream out, boolean bars) {
        this.out = new CsvNumbers(out);
        this.bars = bars;
    }

    /** Adds the next paths; the first block brings the heading. */
    void add(PathSet block) throws IOException {
        if (paths == 0) {
            out.text(heading(block));
        }
        for (int i = 0; i < block.paths(); i++) {
            add(block, i);
        }
        out.flush();
    }

    private void add(PathSet block, int path) throws IOException {
        paths++;
        double price = block.startPrice();
        for (int t = 1; t <= block.length(); t++) {
            out.whole(paths);
            out.mark(',');
            out.whole(t);
            price *= Math.exp(block.move(path, t - 1));
            if (!bars) {
                out.mark(',');
                out.number(price);
            }
            for (PathSet.Column column : block.others()) {
                out.mark(',');
                out.number(column.level(path, t));
            }
            out.mark('\n');
        }
    }

    private String heading(PathSet set) {
        StringBuilder names = new StringBuilder("path,step");
        if (!bars) {
            names.append(',').append(set.series().isEmpty() ? "price" : CsvCells.text(set.series()));
        }
        set.others().forEach(column -> names.append(',').append(CsvCells.text(column.name())));
        return names.append('\n').toString();
    }

    long paths() {
        return paths;
    }

    /** Bytes so far. */
    long written() {
        return out.written();
    }
}
