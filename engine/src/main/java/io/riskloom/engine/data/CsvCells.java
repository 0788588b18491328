package io.riskloom.engine.data;

import java.math.BigDecimal;

/**
 * Cells of CSV files that are written. Spreadsheets run text cells that begin with {@code = + - @}, a tab or a carriage return as
 * formulas: those get a leading apostrophe. Numbers stay numbers, written plain, without exponent; NaN is an empty cell.
 */
public final class CsvCells {

    private CsvCells() {}

    public static String text(String cell) {
        String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
