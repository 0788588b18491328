package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.explain.Reasons;
import io.riskloom.engine.model.CreditScorer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Reasons of a decision in plain text, {@code duration=48 (+0.42)}: a column, its value, and what it adds to the log odds of bad
 * against the average applicant. Of a refused applicant those that add most, of an approved one those that take most away.
 */
final class ReasonTexts {

    private final Reasons.Top reasons;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, CreditColumn.Categorical> levels = new HashMap<>();
    private final Map<String, int[]> codes = new HashMap<>();

    ReasonTexts(CreditScorer scorer, CreditBook book, float[][] inputs, BooleanSupplier stopped) {
        this.reasons = Reasons.top(scorer, inputs, Integer.MAX_VALUE, stopped);
        for (CreditColumn column : book.features()) {
            switch (column) {
                case CreditColumn.Numeric n -> numbers.put(column.name(), n.values());
                case CreditColumn.Categorical c -> {
                    levels.put(column.name(), c);
                    codes.put(column.name(), c.codes());
                }
            }
        }
    }

    /** The most important first; empty texts where fewer columns speak for the decision. */
    String[] of(int row, boolean refused, int count) {
        String[] texts = new String[count];
        int found = 0;
        int[] columns = reasons.column()[row];
        for (int k = 0; k < columns.length && found < count; k++) {
            double contribution = reasons.contribution()[row][k];
            if (refused ? contribution > 0 : contribution < 0) {
                String column = reasons.columns().get(columns[k]);
                texts[found++] = column + "=" + value(column, row) + " (" + signed(contribution) + ")";
            }
        }
        while (found < count) {
            texts[found++] = "";
        }
        return texts;
    }

    private String value(String column, int row) {
        if (numbers.containsKey(column)) {
            double value = numbers.get(column)[row];
            return Double.isNaN(value) ? "NA" : Reasons.text(value);
        }
        int code = codes.get(column)[row];
        return code < 0 ? "NA" : levels.get(column).levels().get(code);
    }

    /** With a sign and two decimals, in any locale. */
    static String signed(double number) {
        long hundredths = Math.round(Math.abs(number) * 100);
        String decimals = String.valueOf(100 + hundredths % 100).substring(1);
        return (number < 0 ? "-" : "+") + hundredths / 100 + "." + decimals;
    }
}
