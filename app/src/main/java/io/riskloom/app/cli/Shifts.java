package io.riskloom.app.cli;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.quality.ColumnShift;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Shift;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How far the distributions of another file of the same kind are from those of the first. */
final class Shifts {

    private Shifts() {}

    /** Of each feature of a credit table, for which the other file needs no target; of the daily returns of each series. */
    static List<ColumnShift> between(Loaded first, Path other) throws NoticeException, IOException {
        Reading reading = first.reading().elsewhere();
        return switch (first.imported()) {
            case Imported.Credit credit -> {
                List<ColumnShift> columns = Shift.between(
                        credit.book(), DataFile.readForScoring(other, reading).book());
                if (columns.stream().allMatch(column -> Double.isNaN(column.psi()))) {
                    throw new NoticeException(Notice.of("cli.error.noColumns", other));
                }
                yield columns;
            }
            case Imported.Prices prices -> {
                if (!(DataFile.read(other, reading) instanceof Imported.Prices others)) {
                    throw new NoticeException(Notice.of("cli.error.noPrices", other));
                }
                yield prices.series().size() == 1
                        ? List.of(named(
                                prices.series().getFirst(), others.series().getFirst()))
                        : prices.series().stream().map(s -> sameName(s, others)).toList();
            }
        };
    }

    private static ColumnShift sameName(PriceHistory series, Imported.Prices others) {
        return others.series().stream()
                .filter(other -> other.symbol().equals(series.symbol()))
                .findFirst()
                .map(other -> named(series, other))
                .orElse(new ColumnShift(series.symbol(), Double.NaN, 0));
    }

    private static ColumnShift named(PriceHistory series, PriceHistory other) {
        return new ColumnShift(series.symbol(), Shift.between(series, other).psi(), 0);
    }
}
