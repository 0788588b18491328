package io.riskloom.app.cli;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cells in columns of equal width, as a terminal shows them: a Chinese character is two wide. What would steer the terminal
 * (line ends, escape codes in a file's column names) is shown as {@code �}.
 */
final class TextTable {

    private static final String GAP = "  ";
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param alignment for each column {@code <} or {@code >} */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    TextTable row(String... cells) {
        if (cells.length != alignment.length()) {
            throw new IllegalArgumentException(cells.length + " cells for " + alignment.length() + " columns");
        }
        rows.add(List.of(cells).stream().map(TextTable::printable).toList());
        return this;
    }

    /** One a row, without blanks at the end. */
    List<String> lines() {
        int[] widths = new int[alignment.length()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - width(row.get(i)));
            line.append(GAP);
            line.append(alignment.charAt(i) == '>' ? blanks + row.get(i) : row.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }

    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean fullWidth =
                (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF00 && character <= 0xFF60);
        return fullWidth || WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
    }
}
