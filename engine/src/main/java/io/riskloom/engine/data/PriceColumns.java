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
    private final boolean letters;
    private final List<ImportReport.Warning> warnings = new ArrayList<>();

    PriceColumns(Sheet sheet, Roles roles) {
        this.sheet = sheet;
        this.roles = roles;
        this.date = date();
        this.letters = date >= 0
                && PriceNames.letters(sheet.plans().stream()
                        .filter(p -> p.type() == ColumnPlan.Type.NUMBER)
                        .map(ColumnPlan::name)
                        .toList());
        for (String role : PriceNames.BARS) {
            int column = best(role);
            if (column >= 0) {
                bars.put(role, column);
            }
        }
        this.close = best("close");
        boolean chosen = roles.first("close") >= 0 && roles.first("adjclose") < 0;
        this.adjusted = chosen ? -1 : adjusted();
        if (adjusted < 0 && close >= 0 && roles.first("close") < 0) {
            warnOfOtherCloses();
        }
        this.symbol = symbol();
    }

    /** The price that models use: the adjusted close where there is one. */
    int main() {
        return adjusted >= 0 ? adjusted : close;
    }

    /** What had to be decided between columns of the same part. */
    List<ImportReport.Warning> warnings() {
        return warnings;
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
                .filter(i -> !Headings.looseDate(name(i)) || type(i) != ColumnPlan.Type.NUMBER)
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
                boolean id = Identifiers.is(sheet, i) || (date < 0 && Identifiers.counts(sheet, i));
                if (!PriceNames.derived(name(i)) && (headless || !id)) {
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

    /** The adjusted close unless it has clearly fewer values than the close. */
    private int adjusted() {
        int best = best("adjclose");
        if (best < 0 || close < 0 || roles.first("adjclose") >= 0 || !AdjustedCloses.incomplete(sheet, best, close)) {
            return best;
        }
        warnings.add(AdjustedCloses.warning(sheet, best, close));
        return -1;
    }

    /** Other columns called as a close, of other values: a last price beside a settlement. */
    private void warnOfOtherCloses() {
        double[] chosen = numbers(close);
        List<String> others = IntStream.range(0, sheet.plans().size())
                .filter(i -> i != close && type(i) == ColumnPlan.Type.NUMBER && roles.open(i))
                .filter(i -> PriceNames.rank(name(i), "close") >= 0 && !Arrays.equals(numbers(i), chosen))
                .mapToObj(this::name)
                .toList();
        if (!others.isEmpty()) {
            String names = String.join(", ", others);
            warnings.add(new ImportReport.Warning(
                    0, name(close), Notice.of("data.warn.closeChosen", "", name(close), names)));
        }
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
            int rank = letters && PriceNames.letter(name(i), role) ? 0 : PriceNames.rank(name(i), role);
            if (rank >= 0 && rank < bestRank && type(i) == ColumnPlan.Type.NUMBER && roles.open(i)) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }
}
