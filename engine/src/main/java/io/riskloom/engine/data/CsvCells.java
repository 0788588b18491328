package io.riskloom.engine.data;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Cells of CSV files that are written. Spreadsheets run text cells that begin with {@code = + - @}, also as full-width signs or
 * after blanks, as formulas, and some part a line at semicolons and tabs even within quotation marks: each such part gets a
 * leading apostrophe, as does a cell that begins with a tab or a line's end. Numbers stay numbers, written plain, without exponent;
 * NaN is an empty cell.
 */
public final class CsvCells {

    /** Before what would be run: the beginning, or where some would part the line. */
    private static final Pattern FORMULA =
            Pattern.compile("(?:^|(?<=[;\t\r\n]))(?=[\\s\\u00a0\\u3000\\ufeff]*[=+\\-@＝＋－＠])|^(?=[\t\r\n])");

    private CsvCells() {}

    public static String text(String cell) {
        String safe = guarded(cell);
        boolean quote = safe.chars().anyMatch(c -> ",;\"\n\r".indexOf(c) >= 0);
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** With an apostrophe before what spreadsheets would run, not quoted. */
    public static String guarded(String cell) {
        return FORMULA.matcher(cell).replaceAll("'");
    }

    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
