package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;

/** The parts that columns could play in a price file, by the settings' roles first, then by their names. −1 is none. */
final class PriceColumns {

    private final Sheet sheet;
    private final Roles roles;
    final int date;
    final int symbol;
    final int adjusted;
    final int close;
    final Map<String, Integer> bars = new HashMap<>();

    PriceColumns(Sheet sheet, Roles roles) {
        this.sheet = sheet;
        this.roles = roles;
        this.date = date();
        for (String role : PriceNames.BARS) {
            int column = best(role);
            if (column >= 0) {
                bars.put(role, column);
            }
        }
        this.close = best("close");
        boolean chosen = roles.first("close") >= 0 && roles.first("adjclose") < 0;
        this.adjusted = chosen ? -1 : best("adjclose");
        this.symbol = symbol();
    }

    /** The price that models use: the adjusted close where there is one. */
    int main() {
        return adjusted >= 0 ? adjusted : close;
    }

    boolean hasBars() {
        return bars.containsKey("open") && bars.containsKey("high") && bars.containsKey("low");
    }

    boolean headless() {
        return sheet.detected().header() == ReadSettings.NO_HEADER;
    }

    String name(int column) {
        return sheet.plans().get(column).name();
    }

    double[] numbers(int column) {
        return ((DoubleColumn) sheet.column(column)).asDoubleArray();
    }

    /** How many columns hold numbers. */
    long numbers() {
        return sheet.plans().stream()
                .filter(p -> p.type() == ColumnPlan.Type.NUMBER)
                .count();
    }

    /** An open column with a date's name that holds none; −1 where days were found or none were meant. */
    int unreadableDate() {
        if (date >= 0) {
            return -1;
        }
        return IntStream.range(0, sheet.plans().size())
                .filter(i -> roles.open(i) && Headings.date(name(i)))
                .findFirst()
                .orElse(-1);
    }

    /** Columns of numbers that could be prices: no bars, identifiers, changes or amounts unless there is nothing else. */
    List<Integer> values() {
        List<Integer> all = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        boolean headless = headless();
        for (int i = 0; i < sheet.plans().size(); i++) {
            if (type(i) == ColumnPlan.Type.NUMBER && roles.open(i) && i != symbol && !bars.containsValue(i)) {
                all.add(i);
                if (!PriceNames.derived(name(i)) && (headless || !Identifiers.is(sheet, i))) {
                    values.add(i);
                }
            }
        }
        return values.isEmpty() ? all : values;
    }

    /** Whether texts that differ stand in a column that is neither the symbol nor ignored. */
    boolean otherText() {
        return IntStream.range(0, sheet.plans().size())
                .filter(i -> type(i) == ColumnPlan.Type.TEXT && roles.open(i) && i != symbol)
                .anyMatch(i -> Classes.of(sheet.column(i), 1).more());
    }

    private ColumnPlan.Type type(int column) {
        return sheet.plans().get(column).type();
    }

    /** The date column whose name is best, the first one of equals. */
    private int date() {
        int best = roles.first("date");
        int bestRank = best >= 0 ? -1 : Integer.MAX_VALUE;
        for (int i = 0; i < sheet.plans().size(); i++) {
            int rank = Headings.dateRank(name(i));
            int trust = rank < 0 ? Integer.MAX_VALUE - 1 : rank;
            if (type(i) == ColumnPlan.Type.DATE && roles.open(i) && trust < bestRank) {
                best = i;
                bestRank = trust;
            }
        }
        return best;
    }

    /** The text column whose name is best, otherwise the only text column where dates repeat. */
    private int symbol() {
        int best = roles.first("symbol");
        if (best >= 0) {
            return best;
        }
        int bestRank = Integer.MAX_VALUE;
        int only = -1;
        int texts = 0;
        for (int i = 0; i < sheet.plans().size(); i++) {
            if (type(i) == ColumnPlan.Type.TEXT && roles.open(i)) {
                int rank = Headings.symbolRank(name(i));
                if (rank >= 0 && rank < bestRank) {
                    best = i;
                    bestRank = rank;
                }
                only = i;
                texts++;
            }
        }
        return best >= 0 || texts != 1 || date < 0 || !daysRepeat() ? best : only;
    }

    private boolean daysRepeat() {
        int[] days = RowDays.packed((DateColumn) sheet.column(date));
        Arrays.sort(days);
        return IntStream.range(1, days.length).anyMatch(i -> days[i] == days[i - 1] && days[i] != Integer.MIN_VALUE);
    }

    private int best(String role) {
        int best = roles.first(role);
        int bestRank = best >= 0 ? -1 : Integer.MAX_VALUE;
        for (int i = 0; i < sheet.plans().size(); i++) {
            int rank = PriceNames.rank(name(i), role);
            if (rank >= 0 && rank < bestRank && type(i) == ColumnPlan.Type.NUMBER && roles.open(i)) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }
}
