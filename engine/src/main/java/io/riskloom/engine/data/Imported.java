package io.riskloom.engine.data;

import java.util.List;
import java.util.Optional;

/** A file that was read: either price series or a credit table, with the importer's report. */
public sealed interface Imported {

    ImportReport report();

    Source source();

    /**
     * @param series at least one, in order of first appearance
     * @param lines  for each series the 1-based line of the file of each of its rows
     */
    record Prices(List<PriceHistory> series, List<int[]> lines, ImportReport report) implements Imported {
        public Prices {
            series = List.copyOf(series);
            lines = List.copyOf(lines);
            if (lines.size() != series.size()) {
                throw new IllegalArgumentException(lines.size() + " lists of lines for " + series.size() + " series");
            }
            if (series.isEmpty()) {
                throw new IllegalArgumentException("a price file holds at least one series");
            }
        }

        @Override
        public Source source() {
            return series.getFirst().source();
        }

        /** The series of that name, the first where the name is empty; empty where the file has no such series. */
        public Optional<PriceHistory> find(String symbol) {
            return symbol.isEmpty()
                    ? Optional.of(series.getFirst())
                    : series.stream().filter(s -> s.symbol().equals(symbol)).findFirst();
        }

        /** The series of that name, or the first where the name is empty or not there. */
        public PriceHistory seriesNamed(String symbol) {
            return find(symbol).orElse(series.getFirst());
        }
    }

    /** @param lines the 1-based line of the file of each row of the book */
    record Credit(CreditBook book, int[] lines, ImportReport report) implements Imported {
        public Credit {
            if (lines.length != book.size()) {
                throw new IllegalArgumentException(lines.length + " lines for " + book.size() + " rows");
            }
        }

        @Override
        public Source source() {
            return book.source();
        }
    }
}
