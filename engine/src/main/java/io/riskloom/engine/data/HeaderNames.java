package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether a line holds column names, or units below them. */
final class HeaderNames {

    private static final Set<String> UNITS = Set.of(
            "usd",
            "eur",
            "gbp",
            "jpy",
            "chf",
            "cny",
            "rmb",
            "hkd",
            "cad",
            "aud",
            "$",
            "€",
            "£",
            "¥",
            "%",
            "元",
            "人民币",
            "港元",
            "美元",
            "股",
            "手",
            "万股",
            "万元",
            "亿元",
            "万",
            "亿",
            "点",
            "shares",
            "points",
            "pct",
            "percent",
            "bp",
            "bps",
            "stück",
            "date",
            "yyyy-mm-dd",
            "yyyymmdd",
            "dd.mm.yyyy",
            "string",
            "double",
            "float",
            "int",
            "integer",
            "text",
            "varchar");

    private static final Set<String> TARGETS = Set.of("class", "target", "label", "status", "loan_status");

    private final Head head;

    HeaderNames(Head head) {
        this.head = head;
    }

    /** Whether a line may be that of the names: as wide as the table, mostly filled and different, no number and no date. */
    boolean fit(Head.Line line) {
        List<String> cells = cells(line);
        int width = cells.size();
        int filled = (int) cells.stream().filter(c -> !c.isEmpty()).count();
        boolean same = width == head.width();
        boolean wider = width > head.width() && (trailing(cells) || known(line) > 1);
        boolean narrower = width == head.width() - 1;
        boolean half = filled > 0 && 2 * filled >= Math.min(width, head.used());
        boolean title = filled == 1 && width == 2 && !cells.getFirst().isEmpty();
        if (!half || title || !(same || (!line.comment() && (wider || narrower)))) {
            return false;
        }
        boolean dated = cells.stream().anyMatch(Headings::date);
        Set<String> distinct = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String cell = cells.get(i);
            char[] text = cell.toCharArray();
            boolean number = Numbers.kind(text, 0, text.length) != Numbers.Kind.NOT;
            boolean missing = !cell.isEmpty() && Cells.missing(text, 0, text.length);
            if ((number && !dated) || missing || DateFormat.any(cell)) {
                return false;
            }
            if (!cell.isEmpty()) {
                distinct.add(cell.toLowerCase(Locale.ROOT));
            }
        }
        return 2 * distinct.size() > filled || known(line) > 1;
    }

    private boolean trailing(List<String> cells) {
        return cells.subList(head.width(), cells.size()).stream().allMatch(String::isEmpty);
    }

    /** How many of a line's cells are names of the trade. */
    static int known(Head.Line line) {
        return (int) cells(line).stream().filter(HeaderNames::known).count();
    }

    private static boolean known(String name) {
        return Headings.date(name)
                || Headings.price(name)
                || Headings.symbol(name)
                || TARGETS.contains(name.toLowerCase(Locale.ROOT))
                || (Headings.id(name) && !name.startsWith("#"));
    }

    /** A line's cells, the mark of a comment taken off the first: {@code # date,close} is a header too. */
    private static List<String> cells(Head.Line line) {
        if (!line.comment()) {
            return line.cells();
        }
        List<String> cells = new ArrayList<>(line.cells());
        cells.set(0, cells.getFirst().replaceFirst("^(//|[#%!;])+\\s*", ""));
        return cells;
    }

    /** Whether all a line says are units, at least one of them in a column of numbers or dates. */
    boolean units(Head.Line line) {
        boolean any = false;
        for (int i = 0; i < line.width(); i++) {
            String cell = line.cells().get(i);
            char type = i < head.width() ? head.types()[i] : Head.MISSING;
            boolean bracket = cell.matches("[(\\[（【].*[)\\]）】]");
            any |= !cell.isEmpty() && (type == Head.NUMBER || type == Head.DATE);
            if (!cell.isEmpty() && !bracket && !UNITS.contains(cell.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return any;
    }

    /** The names of the line at that index, moved by one where every row holds one cell more than they do, as R writes its row names. */
    List<String> of(int header) {
        List<Head.Line> lines = head.lines();
        List<String> names = new ArrayList<>(cells(lines.get(header)));
        while (names.size() > head.width() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        int width = head.width();
        boolean rowNames = names.size() == width - 1 && header + 1 < lines.size();
        for (Head.Line line : lines.subList(header + 1, lines.size())) {
            rowNames &= line.comment() || line.width() == width;
        }
        boolean lastEmpty = rowNames && head.types()[width - 1] == Head.MISSING;
        if (lastEmpty) {
            names.add("");
        } else if (rowNames && fitsMoved(names)) {
            names.addFirst("");
        }
        return names;
    }

    private boolean fitsMoved(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (Headings.date(names.get(i)) && head.types()[i + 1] != Head.DATE && head.types()[i] == Head.DATE) {
                return false;
            }
        }
        return true;
    }
}
