package io.riskloom.engine.data;

import java.util.List;
import java.util.Map;

/**
 * Which column of a sheet plays which part in a price file.
 *
 * @param date     index of the date column, −1 where the order of rows is time
 * @param symbol   index of the column that names the series of a long file, −1 in others
 * @param quotes   one in most files; several in a wide one, where each is a series of its own
 * @param warnings what had to be decided
 */
record PriceLayout(int date, int symbol, List<Quote> quotes, List<ImportReport.Warning> warnings) {

    PriceLayout {
        quotes = List.copyOf(quotes);
        warnings = List.copyOf(warnings);
    }

    /**
     * The columns of one series.
     *
     * @param name     of the series, empty where the symbol column or the file gives it
     * @param close    index of the price column
     * @param adjusted whether that is an adjusted close
     * @param rawClose index of the unadjusted close beside an adjusted one, otherwise −1
     * @param bars     indices of open, high, low and volume by role, as far as present
     */
    record Quote(String name, int close, boolean adjusted, int rawClose, Map<String, Integer> bars) {
        Quote {
            bars = Map.copyOf(bars);
        }

        private String role(int column) {
            if (column == rawClose) {
                return "close";
            } else if (column == close) {
                return adjusted ? "adjclose" : "close";
            }
            return bars.entrySet().stream()
                    .filter(e -> e.getValue() == column)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }
    }

    boolean wide() {
        return quotes.size() > 1;
    }

    String role(int column) {
        if (column == date) {
            return "date";
        } else if (column == symbol) {
            return "symbol";
        }
        return quotes.stream()
                .map(q -> q.role(column))
                .filter(r -> !r.isEmpty())
                .findFirst()
                .orElse(Roles.IGNORED);
    }
}
