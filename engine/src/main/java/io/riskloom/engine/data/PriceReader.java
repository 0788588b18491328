package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.StringColumn;

/**
 * A sheet with a date and prices as {@link PriceHistory}, one for each symbol of a long file, for each column of a wide one.
 * Rows without a price are dropped and counted; a price that is not positive, two prices for one day, or a price without a
 * day are refused with their line.
 */
final class PriceReader {

    private final Sheet sheet;
    private final PriceLayout layout;
    private final DateColumn dates;
    private final Tally tally = new Tally();

    private PriceReader(Sheet sheet, PriceLayout layout) {
        this.sheet = sheet;
        this.layout = layout;
        this.dates = (DateColumn) sheet.column(layout.date());
    }

    static Imported.Prices read(Sheet sheet, PriceLayout layout) throws DataException {
        return new PriceReader(sheet, layout).read();
    }

    private Imported.Prices read() throws DataException {
        List<SeriesBuilder> builders = new ArrayList<>();
        for (int close : layout.closes()) {
            for (Map.Entry<String, int[]> group : groups(close).entrySet()) {
                SeriesBuilder builder = new SeriesBuilder(sheet, layout, close, tally);
                builder.select(group.getKey(), group.getValue());
                if (builder.size() > 0) {
                    builders.add(builder);
                }
            }
        }
        if (builders.isEmpty()) {
            throw error(
                    "data.error.noPrices",
                    0,
                    sheet.plans().get(layout.closes().getFirst()).name(),
                    "");
        }
        int usable = 0;
        for (SeriesBuilder builder : builders) {
            usable = layout.wide() ? Math.max(usable, builder.size()) : usable + builder.size();
        }
        Source source = sheet.source(usable);
        List<PriceHistory> series = new ArrayList<>();
        for (SeriesBuilder builder : builders) {
            series.add(builder.build(source));
        }
        List<int[]> lines = builders.stream().map(SeriesBuilder::lines).toList();
        return new Imported.Prices(series, lines, sheet.report(usable, columns(), tally.warnings()));
    }

    /** Row indices by series name, in order of first appearance. */
    private Map<String, int[]> groups(int close) throws DataException {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        StringColumn symbols = layout.symbol() < 0 ? null : (StringColumn) sheet.column(layout.symbol());
        String only = layout.wide() ? sheet.plans().get(close).name() : symbol(close);
        for (int row = 0; row < sheet.rows(); row++) {
            if (dates.isMissing(row)) {
                throw error("data.error.noDate", sheet.lines()[row], dates.name(), "");
            }
            String symbol = symbols == null ? only : symbols.get(row);
            if (symbol.isEmpty()) {
                throw error("data.error.noSymbol", sheet.lines()[row], symbols == null ? "" : symbols.name(), "");
            }
            rows.computeIfAbsent(symbol, s -> new ArrayList<>()).add(row);
        }
        Map<String, int[]> groups = new LinkedHashMap<>();
        rows.forEach((symbol, indices) ->
                groups.put(symbol, indices.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    /** A column called as a ticker names its series; otherwise the file does. */
    private String symbol(int close) {
        String name = sheet.plans().get(close).name();
        return Headings.ticker(name) && !Headings.price(name)
                ? name
                : sheet.file().stem();
    }

    private List<ImportReport.Column> columns() {
        List<ImportReport.Column> columns = new ArrayList<>();
        for (int i = 0; i < sheet.plans().size(); i++) {
            String name = sheet.plans().get(i).name();
            columns.add(new ImportReport.Column(
                    name, sheet.typeName(i), role(i), sheet.column(i).countMissing()));
        }
        return columns;
    }

    private String role(int column) {
        if (column == layout.date()) {
            return "date";
        } else if (column == layout.symbol()) {
            return "symbol";
        } else if (column == layout.rawClose()) {
            return "close";
        } else if (layout.closes().contains(column)) {
            return Headings.rank(sheet.plans().get(column).name(), "adjclose") >= 0 ? "adjclose" : "close";
        }
        return layout.bars().entrySet().stream()
                .filter(e -> e.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("ignored");
    }

    private DataException error(String key, int line, String column, String found) {
        return new DataException(key, sheet.file().name(), line, column, "", found);
    }
}
