package io.riskloom.app.data;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import java.util.Optional;

/**
 * What the charts of a chosen series or column are drawn from, without words. A million rows take a fifth of a second, so it is
 * computed in the background and kept while the language changes.
 *
 * @param choice  series of a price file, feature column of a credit table
 * @param returns of a series
 * @param counts  of a column
 */
record Measured(
        Imported imported, String choice, Optional<Returns.Spread> returns, Optional<Distribution.Counts> counts) {

    static Measured of(Imported imported, String choice) {
        return switch (imported) {
            case Imported.Prices prices ->
                new Measured(
                        imported,
                        choice,
                        Optional.of(Returns.spread(prices.seriesNamed(choice).close())),
                        Optional.empty());
            case Imported.Credit credit ->
                new Measured(
                        imported,
                        choice,
                        Optional.empty(),
                        column(credit.book(), choice).map(column -> Distribution.count(credit.book(), column)));
        };
    }

    static Optional<CreditColumn> column(CreditBook book, String name) {
        return book.features().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** Whether this was measured of a file and a choice. */
    boolean isOf(Imported file, String chosen) {
        return imported == file && choice.equals(chosen);
    }
}
