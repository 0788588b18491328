package io.riskloom.app.text;

import io.riskloom.engine.data.CsvCells;

/** Cells of exported CSV files, as the engine writes them: no spreadsheet runs one as a formula. */
public final class Csv {

    private Csv() {}

    /** @see CsvCells#text */
    public static String text(String cell) {
        return CsvCells.text(cell);
    }

    /** @see CsvCells#number */
    public static String number(double value) {
        return CsvCells.number(value);
    }
}
