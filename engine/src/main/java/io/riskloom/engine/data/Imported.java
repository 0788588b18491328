package io.riskloom.engine.data;

import java.util.List;

/** A file that was read: either price series or a credit table, with the importer's report. */
public sealed interface Imported {

    ImportReport report();

    Source source();

    /** @param series at least one, in order of first appearance */
    record Prices(List<PriceHistory> series, ImportReport report) implements Imported {
        public Prices {
            series = List.copyOf(series);
            if (series.isEmpty()) {
                throw new IllegalArgumentException("a price file holds at least one series");
            }
        }

        @Override
        public Source source() {
            return series.getFirst().source();
        }

        /** The series of that name, or the first where the name is empty or not there. */
        public PriceHistory seriesNamed(String symbol) {
            return series.stream()
                    .filter(s -> s.symbol().equals(symbol))
                    .findFirst()
                    .orElse(series.getFirst());
        }
    }

    record Credit(CreditBook book, ImportReport report) implements Imported {
        @Override
        public Source source() {
            return book.source();
        }
    }
}
