package io.riskloom.engine.data;

import io.riskloom.engine.data.PriceLayout.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the layout of a price file. A sheet is one where it has bars; or a price column; or a day and nothing but positive
 * numbers, each the price of a ticker. A target makes it a credit table unless it has bars; so does a column of two usual
 * classes at its edge, or other text, where the price is only called a price. Without days a price must be named, or be the
 * only column of numbers.
 */
final class PriceFinder {

    private final Sheet sheet;
    private final Roles roles;
    private final PriceColumns columns;
    private final List<ImportReport.Warning> warnings = new ArrayList<>();

    PriceFinder(Sheet sheet, Roles roles) {
        this.sheet = sheet;
        this.roles = roles;
        this.columns = new PriceColumns(sheet, roles);
    }

    /**
     * The layout, or empty where the sheet is no price file.
     *
     * @param hasTarget   whether a column is called as a target and holds its classes
     * @param mayBeTarget whether another column looks like one
     */
    Optional<PriceLayout> find(boolean hasTarget, boolean mayBeTarget) {
        if (columns.unreadableDate() >= 0) {
            return Optional.empty();
        }
        boolean text = columns.otherText();
        List<Quote> tickers = hasTarget || text ? List.of() : TickerColumns.quotes(sheet, roles, warnings);
        if (!tickers.isEmpty()) {
            return layout(tickers);
        }
        int main = columns.main();
        if (main >= 0) {
            boolean alone = !text && (columns.date >= 0 || columns.values().equals(List.of(main)));
            boolean quoted = PriceNames.quoted(columns.name(main)) && (columns.date >= 0 || !mayBeTarget);
            boolean sure = quoted || (!mayBeTarget && alone);
            return columns.hasBars() || (!hasTarget && sure) ? layout(List.of(named())) : Optional.empty();
        }
        return hasTarget || text || (mayBeTarget && columns.date < 0) ? Optional.empty() : unnamed(!mayBeTarget);
    }

    /**
     * The layout of what the settings call a price file.
     *
     * @throws DataException where its days cannot be read, or no column or several could be the price
     */
    PriceLayout forced() throws DataException {
        refuseUnreadableDate();
        List<Integer> chosen = roles.all("close");
        List<Quote> tickers = chosen.isEmpty() ? TickerColumns.quotes(sheet, roles, warnings) : List.of();
        Optional<PriceLayout> layout;
        if (chosen.size() > 1) {
            layout = layout(chosen.stream().map(this::ticker).toList());
        } else if (!tickers.isEmpty()) {
            layout = layout(tickers);
        } else {
            layout = columns.main() >= 0 ? layout(List.of(named())) : unnamed(true);
        }
        if (layout.isEmpty()) {
            throw whichPrice();
        }
        return layout.get();
    }

    /** Refuses what looks like a price file but does not say where its price or its days are. */
    void refuseUnclear() throws DataException {
        if (columns.date >= 0 && columns.main() < 0 && !columns.otherText()) {
            throw whichPrice();
        }
        if (sheet.plans().stream().anyMatch(p -> PriceNames.price(p.name()))) {
            refuseUnreadableDate();
        }
    }

    private void refuseUnreadableDate() throws DataException {
        int date = columns.unreadableDate();
        if (date >= 0) {
            throw new DataException(
                    "data.error.dateColumn", sheet.file().name(), 0, columns.name(date), DateFormat.ISO.pattern(), "");
        }
    }

    private DataException whichPrice() {
        String names =
                String.join(", ", columns.values().stream().map(columns::name).toList());
        return names.isEmpty()
                ? new DataException("data.error.noPriceColumn", sheet.file().name(), 0, "", "", "")
                : new DataException("data.error.whichPrice", sheet.file().name(), 1, "", "close", names);
    }

    private Optional<PriceLayout> layout(List<Quote> quotes) {
        if (columns.date < 0) {
            warnings.add(new ImportReport.Warning(0, "", Notice.of("data.warn.noDates")));
        }
        return Optional.of(new PriceLayout(columns.date, columns.symbol, quotes, warnings));
    }

    /** The series whose price has a price's name. */
    private Quote named() {
        warnings.addAll(columns.warnings());
        int raw = columns.adjusted >= 0 ? columns.close : -1;
        return new Quote("", columns.main(), columns.adjusted >= 0, raw, columns.bars);
    }

    private Quote ticker(int column) {
        return new Quote(columns.name(column), column, false, -1, Map.of());
    }

    /** @param sure whether no column could as well be a target */
    private Optional<PriceLayout> unnamed(boolean sure) {
        List<Integer> values = columns.values();
        if (values.size() == 1 && (sure || columns.numbers() == 1)) {
            String name = columns.name(values.getFirst());
            String series = Headings.ticker(name) ? name : "";
            return layout(List.of(new Quote(series, values.getFirst(), false, -1, columns.bars)));
        } else if (columns.headless()) {
            Optional<Quote> bars =
                    columns.date < 0 ? Optional.empty() : new UnnamedBars(columns, sheet.rows()).find(values, warnings);
            return bars.flatMap(q -> layout(List.of(q)));
        }
        boolean tickers = values.stream().allMatch(i -> Headings.ticker(columns.name(i)));
        boolean possible = columns.date >= 0 && columns.bars.isEmpty() && values.size() > 1;
        if (possible && sure && !tickers) {
            Optional<Quote> bars = new UnnamedBars(columns, sheet.rows()).findNamed(values, warnings);
            if (bars.isPresent()) {
                return layout(List.of(bars.get()));
            }
        }
        possible &= columns.symbol < 0;
        if (!possible || (!tickers && !(sure && values.stream().allMatch(this::priced)))) {
            return Optional.empty();
        }
        if (!tickers) {
            warnings.add(new ImportReport.Warning(0, "", Notice.of("data.warn.wideGuessed", "", "", values.size())));
        }
        return layout(values.stream().map(this::ticker).toList());
    }

    private boolean priced(int column) {
        if (TargetNames.rank(columns.name(column)) >= 0) {
            return false;
        }
        for (double value : columns.numbers(column)) {
            if (value <= 0) {
                return false;
            }
        }
        return true;
    }
}
