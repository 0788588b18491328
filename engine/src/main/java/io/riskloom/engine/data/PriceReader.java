package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DateColumn;

/**
 * A sheet with prices as {@link PriceHistory}, one for each symbol of a long file, for each column of a wide one. Rows without
 * a price, a positive one, a day or a symbol are dropped and counted; so are further rows of a day, all but one. Many of them
 * refuse the file: then it is not what it was taken for.
 */
final class PriceReader {

    /** Share of days with several prices from which on a file does not hold daily series. */
    private static final double MANY_DAYS = 0.2;

    private final Sheet sheet;
    private final PriceLayout layout;
    private final Roles roles;
    private final Tally tally = new Tally();

    private PriceReader(Sheet sheet, PriceLayout layout, Roles roles) {
        this.sheet = sheet;
        this.layout = layout;
        this.roles = roles;
    }

    static Imported.Prices read(Sheet sheet, PriceLayout layout, Roles roles) throws DataException {
        return new PriceReader(sheet, layout, roles).read();
    }

    private Imported.Prices read() throws DataException {
        Map<String, int[]> groups = RowGroups.of(sheet, layout, tally);
        RowDays days = layout.date() < 0
                ? RowDays.numbered(groups.values(), sheet.rows())
                : RowDays.of((DateColumn) sheet.column(layout.date()));
        List<SeriesBuilder> builders = new ArrayList<>();
        for (PriceLayout.Quote quote : layout.quotes()) {
            List<SeriesBuilder> ofColumn = new ArrayList<>();
            for (Map.Entry<String, int[]> group : groups.entrySet()) {
                String name = name(quote, group.getKey());
                ofColumn.add(new SeriesBuilder(sheet, days, quote, name, tally).select(group.getValue()));
            }
            refuseOthersThanPrices(quote, ofColumn);
            builders.addAll(ofColumn.stream().filter(b -> b.size() > 0).toList());
        }
        if (builders.isEmpty()) {
            String column =
                    sheet.plans().get(layout.quotes().getFirst().close()).name();
            throw new DataException("data.error.noPrices", sheet.file().name(), 0, column, "", "");
        }
        refuseSeveralPerDay(builders);
        return imported(builders);
    }

    private Imported.Prices imported(List<SeriesBuilder> builders) {
        int usable = 0;
        for (SeriesBuilder builder : builders) {
            usable = layout.wide() ? Math.max(usable, builder.size()) : usable + builder.size();
        }
        Source source = sheet.source(usable);
        List<PriceHistory> series = new ArrayList<>();
        for (SeriesBuilder builder : builders) {
            series.add(builder.build(source));
        }
        List<ImportReport.Warning> warnings = new ArrayList<>(roles.warnings());
        warnings.addAll(layout.warnings());
        warnings.addAll(tally.warnings());
        return new Imported.Prices(
                series,
                builders.stream().map(SeriesBuilder::lines).toList(),
                sheet.report(usable, columns(), warnings, PriceReader::used));
    }

    private static ReadSettings used(ReadSettings read) {
        String conflicts = read.conflicts().isEmpty() ? "last" : read.conflicts();
        return read.withKind("price").withTarget("", List.of()).withConflicts(conflicts);
    }

    private String name(PriceLayout.Quote quote, String symbol) {
        if (quote.name().isEmpty()) {
            return symbol.isEmpty() ? sheet.file().stem() : symbol;
        }
        return symbol.isEmpty() ? quote.name() : layout.wide() ? symbol + " " + quote.name() : symbol;
    }

    /** Returns and spreads are below zero as often as above. */
    private void refuseOthersThanPrices(PriceLayout.Quote quote, List<SeriesBuilder> ofColumn) throws DataException {
        String column = sheet.plans().get(quote.close()).name();
        long filled = ofColumn.stream().mapToLong(SeriesBuilder::filled).sum();
        int others = tally.count("data.warn.notPositive", column);
        if (2L * others > filled) {
            int line = tally.firstLine("data.warn.notPositive", column);
            throw new DataException(
                    "data.error.notPositive",
                    sheet.file().name(),
                    line,
                    column,
                    String.valueOf(filled),
                    String.valueOf(others));
        }
    }

    /** Unless the settings say which price of a day counts. */
    private void refuseSeveralPerDay(List<SeriesBuilder> builders) throws DataException {
        long days = builders.stream().mapToLong(SeriesBuilder::size).sum();
        long several =
                builders.stream().mapToLong(b -> b.daily().severalPrices()).sum();
        if (sheet.settings().conflicts().isEmpty() && several > MANY_DAYS * days) {
            int line = builders.stream()
                    .mapToInt(b -> b.daily().firstConflict())
                    .filter(l -> l > 0)
                    .min()
                    .orElse(0);
            throw new DataException(
                    "data.error.manyPerDay",
                    sheet.file().name(),
                    line,
                    sheet.plans().get(layout.date()).name(),
                    String.valueOf(days),
                    String.valueOf(several));
        }
    }

    private List<ImportReport.Column> columns() {
        List<ImportReport.Column> columns = new ArrayList<>();
        for (int i = 0; i < sheet.plans().size(); i++) {
            columns.add(new ImportReport.Column(
                    sheet.plans().get(i).name(),
                    sheet.typeName(i),
                    layout.role(i),
                    sheet.column(i).countMissing()));
        }
        return columns;
    }
}
