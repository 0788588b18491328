package io.riskloom.app.text;

import io.riskloom.engine.data.CsvCells;
import java.util.regex.Pattern;

/** Cells of tables that are copied to be pasted into a spreadsheet, parted by tabulators. */
public final class Pasted {

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");
    /** To a spreadsheet a real minus sign is a letter. */
    private static final Pattern MINUS = Pattern.compile("−(?=\\d)");
    /** A figure, or one with its interval: nothing that can be run though it begins with a sign. */
    private static final Pattern FIGURE = Pattern.compile("[-+]?\\d[-+\\d.,%() （）±–]*(?:(?:to|至)[-+\\d.,%() ）]*)?");

    private Pasted() {}

    /** On one line, with minus signs that spreadsheets read; text that they would run gets an apostrophe. */
    public static String cell(String words) {
        String line = MINUS.matcher(BREAKS.matcher(words).replaceAll(" ")).replaceAll("-");
        return FIGURE.matcher(line).matches() ? line : CsvCells.guarded(line);
    }
}
