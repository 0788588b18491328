package io.riskloom.engine.quality;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The columns of a price file in figures: those of a long file over all its series, those of a wide file one series each. The
 * raw close beside an adjusted one that differs is not kept, nor are columns without a role; only the reader's counts are
 * known of them.
 */
final class PriceColumnFacts {

    private final Imported.Prices read;
    private final List<Series> all;
    private final Map<String, Series> named = new HashMap<>();
    private final boolean wide;
    private final boolean adjusted;

    private PriceColumnFacts(Imported.Prices read, List<Series> all) {
        this.read = read;
        this.all = all;
        all.forEach(series -> named.put(series.name(), series));
        this.wide = all.size() > 1
                && read.report().columns().stream().noneMatch(c -> c.role().equals("symbol"));
        this.adjusted =
                read.report().warnings().stream().anyMatch(w -> w.notice().key().equals("data.warn.adjusted"));
    }

    static List<ColumnQuality> of(Imported.Prices read, List<Series> all) {
        PriceColumnFacts columns = new PriceColumnFacts(read, all);
        return read.report().columns().stream().map(columns::column).toList();
    }

    private ColumnQuality column(ImportReport.Column column) {
        boolean rawOnly = column.role().equals("close") && adjusted && !wide;
        return switch (column.role()) {
            case "date" -> dates(column);
            case "symbol" -> plain(column, all.size());
            case "open", "high", "low", "close", "adjclose", "volume" -> rawOnly ? plain(column, 0) : numbers(column);
            default -> plain(column, 0);
        };
    }

    private ColumnQuality numbers(ImportReport.Column column) {
        List<Series> meant = all;
        if (wide) {
            Series series = named.get(column.name());
            meant = series == null ? List.of() : List.of(series);
        }
        double[][] parts = meant.stream().map(s -> part(s, column.role())).toArray(double[][]::new);
        double[] values =
                new double[Arrays.stream(parts).mapToInt(p -> p.length).sum()];
        int next = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, values, next, part.length);
            next += part.length;
        }
        return CreditColumns.numbers(column, read.report().rows(), column.missing(), Order.sorted(values));
    }

    private static double[] part(Series series, String role) {
        return switch (role) {
            case "open" -> series.open();
            case "high" -> series.high();
            case "low" -> series.low();
            case "volume" -> series.volume();
            default -> series.close();
        };
    }

    private ColumnQuality dates(ImportReport.Column column) {
        int[] days = all.stream().flatMapToInt(s -> IntStream.of(s.days())).toArray();
        Arrays.parallelSort(days);
        int distinct = 1;
        for (int i = 1; i < days.length; i++) {
            distinct += days[i] != days[i - 1] ? 1 : 0;
        }
        return new ColumnQuality(
                column.name(),
                column.type(),
                column.role(),
                read.report().rows(),
                column.missing(),
                distinct,
                0,
                LocalDate.ofEpochDay(days[0]).toString(),
                LocalDate.ofEpochDay(days[days.length - 1]).toString(),
                Double.NaN);
    }

    private ColumnQuality plain(ImportReport.Column column, int distinct) {
        return new ColumnQuality(
                column.name(),
                column.type(),
                column.role(),
                read.report().rows(),
                column.missing(),
                distinct,
                0,
                "",
                "",
                Double.NaN);
    }
}
