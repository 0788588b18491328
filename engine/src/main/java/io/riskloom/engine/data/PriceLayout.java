package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a sheet plays which part in a price file.
 *
 * @param date    index of the date column
 * @param symbol  index of the column that names the series of a long file, −1 in others
 * @param closes  index of the price column; several in a wide file, where each is a series of its own
 * @param rawClose index of the unadjusted close where {@code closes} is the adjusted one, otherwise −1
 * @param bars    indices of open, high, low and volume by role, as far as present
 */
record PriceLayout(int date, int symbol, List<Integer> closes, int rawClose, Map<String, Integer> bars) {

    private static final List<String> BARS = List.of("open", "high", "low", "volume");

    boolean wide() {
        return closes.size() > 1;
    }

    /** The first date column, one with a date's name before others; −1 without one. */
    static int dateColumn(Sheet sheet) {
        int first = -1;
        for (int i = 0; i < sheet.plans().size(); i++) {
            ColumnPlan plan = sheet.plans().get(i);
            if (plan.type() == ColumnPlan.Type.DATE) {
                if (Headings.date(plan.name())) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }

    /**
     * The layout of a price file, or empty where the sheet is none. A sheet is one where it has a date and bars; or a date
     * and a price column; or a date and nothing but numbers. A named target of two classes makes it a credit table unless it
     * has bars; so does a column of two usual classes at its edge, or other text, where the price is only called a price.
     *
     * @param hasTarget   whether a column is called as a target and holds two classes
     * @param mayBeTarget whether the last or first column looks like one
     */
    static Optional<PriceLayout> of(Sheet sheet, boolean hasTarget, boolean mayBeTarget) {
        int date = dateColumn(sheet);
        if (date < 0) {
            return Optional.empty();
        }
        Map<String, Integer> bars = new HashMap<>();
        for (String role : BARS) {
            int column = best(sheet, role);
            if (column >= 0) {
                bars.put(role, column);
            }
        }
        int close = best(sheet, "close");
        int adjusted = best(sheet, "adjclose");
        int main = adjusted >= 0 ? adjusted : close;
        int symbol = symbolColumn(sheet, date);
        boolean hasBars = bars.containsKey("open") && bars.containsKey("high") && bars.containsKey("low");
        boolean sure = main >= 0
                && (Headings.quoted(sheet.plans().get(main).name())
                        || (!mayBeTarget && others(sheet, date, symbol, values(sheet, bars), bars) == 0));
        if (main >= 0 && (hasBars || (!hasTarget && sure))) {
            return Optional.of(new PriceLayout(date, symbol, List.of(main), adjusted >= 0 ? close : -1, bars));
        }
        if (hasTarget || main >= 0) {
            return Optional.empty();
        }
        List<Integer> values = values(sheet, bars);
        boolean onlyNumbers = others(sheet, date, symbol, values, bars) == 0;
        boolean tickers = values.stream()
                .allMatch(i -> Headings.ticker(sheet.plans().get(i).name()));
        if (onlyNumbers && (values.size() == 1 || (values.size() > 1 && tickers && symbol < 0 && bars.isEmpty()))) {
            return Optional.of(new PriceLayout(date, symbol, values, -1, values.size() == 1 ? bars : Map.of()));
        }
        return Optional.empty();
    }

    /** The numeric columns among which a reader must choose; empty where the sheet is no price file at all. */
    static List<String> candidates(Sheet sheet) {
        int date = dateColumn(sheet);
        if (date < 0) {
            return List.of();
        }
        List<Integer> values = values(sheet, Map.of());
        boolean only = others(sheet, date, symbolColumn(sheet, date), values, Map.of()) == 0;
        return only ? values.stream().map(i -> sheet.plans().get(i).name()).toList() : List.of();
    }

    private static List<Integer> values(Sheet sheet, Map<String, Integer> bars) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < sheet.plans().size(); i++) {
            if (sheet.plans().get(i).type() == ColumnPlan.Type.NUMBER
                    && !bars.containsValue(i)
                    && !Headings.id(sheet.plans().get(i).name())
                    && !sheet.plans().get(i).name().startsWith("#")) {
                values.add(i);
            }
        }
        return values;
    }

    private static int others(Sheet sheet, int date, int symbol, List<Integer> values, Map<String, Integer> bars) {
        int others = 0;
        for (int i = 0; i < sheet.plans().size(); i++) {
            boolean known = i == date || i == symbol || values.contains(i) || bars.containsValue(i);
            boolean text = sheet.plans().get(i).type() == ColumnPlan.Type.TEXT;
            others += text && !known ? 1 : 0;
        }
        return others;
    }

    /** The column with a symbol's name, otherwise the only text column where dates repeat. */
    private static int symbolColumn(Sheet sheet, int date) {
        int only = -1;
        int texts = 0;
        for (int i = 0; i < sheet.plans().size(); i++) {
            if (sheet.plans().get(i).type() == ColumnPlan.Type.TEXT) {
                if (Headings.symbol(sheet.plans().get(i).name())) {
                    return i;
                }
                only = i;
                texts++;
            }
        }
        boolean repeats = texts == 1 && sheet.column(date).countUnique() < sheet.rows();
        return repeats ? only : -1;
    }

    private static int best(Sheet sheet, String role) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < sheet.plans().size(); i++) {
            int rank = Headings.rank(sheet.plans().get(i).name(), role);
            if (rank >= 0 && rank < bestRank && sheet.plans().get(i).type() == ColumnPlan.Type.NUMBER) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }
}
