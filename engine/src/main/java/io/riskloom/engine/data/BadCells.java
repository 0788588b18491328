package io.riskloom.engine.data;

import java.util.List;

/** The cells of one column that are not what the column holds: how many, where, and what the first says. */
final class BadCells {

    private final LineTally tally = new LineTally();
    private String first = "";

    void add(Row row, int cell) {
        if (tally.count() == 0) {
            String text = row.cell(cell);
            first = text.length() <= 60 ? text : text.substring(0, 59) + "…";
        }
        tally.add(row.line);
    }

    int count() {
        return tally.count();
    }

    int line() {
        return tally.first();
    }

    String first() {
        return first;
    }

    void tell(ColumnPlan plan, List<ImportReport.Warning> warnings) {
        boolean date = plan.type() == ColumnPlan.Type.DATE;
        tally.tell(date ? "data.warn.badDate" : "data.warn.badCell", plan.name(), warnings, first);
    }

    /** {@code inf}, {@code Infinity}, {@code ∞} with or without a sign. */
    static boolean infinite(char[] text, int start, int length) {
        if (length == 0 || length > 9) {
            return false;
        }
        boolean sign = text[start] == '-' || text[start] == '+';
        String word = new String(text, sign ? start + 1 : start, sign ? length - 1 : length);
        return word.equals("∞") || word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
    }
}
