package io.riskloom.app.chart;

import io.riskloom.app.text.Csv;
import java.io.IOException;

/**
 * Comma-separated text that spreadsheets cannot take for formulas: a text cell that begins with {@code = + - @}, a tab or a
 * carriage return gets a leading apostrophe. Numbers are written plain, without exponent; NaN is an empty cell.
 */
final class CsvWriter {

    private final Appendable out;
    private boolean started;

    CsvWriter(Appendable out) {
        this.out = out;
    }

    CsvWriter text(String cell) throws IOException {
        return raw(Csv.text(cell));
    }

    CsvWriter number(double value) throws IOException {
        return raw(Csv.number(value));
    }

    CsvWriter end() throws IOException {
        out.append('\n');
        started = false;
        return this;
    }

    private CsvWriter raw(String cell) throws IOException {
        if (started) {
            out.append(',');
        }
        out.append(cell);
        started = true;
        return this;
    }
}
