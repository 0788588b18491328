package io.riskloom.app.playground;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.List;

/** Grids as spreadsheets copy and paste them: a line a row, a tab between cells. */
final class GridText {

    private GridText() {}

    /** Tab-separated with plain digits, so that a spreadsheet reads numbers. */
    static String of(double[][] values) {
        StringBuilder text = new StringBuilder();
        for (double[] row : values) {
            for (int column = 0; column < row.length; column++) {
                text.append(column == 0 ? "" : "\t").append(plain(row[column]));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * Reads a block of numbers. Cells are parted by tabs; where there is none, by semicolons, commas or blanks.
     *
     * @param largest most rows and columns that are taken
     * @throws NoticeException naming the row and the column (from 1) of the first cell that is no number, a row of
     *     another length than the first, or a size beyond {@code largest}
     */
    static Grid parse(String text, int largest) throws NoticeException {
        List<String> lines = text.lines().toList();
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines = lines.subList(0, lines.size() - 1);
        }
        if (lines.isEmpty()) {
            throw new NoticeException(Notice.of("playground.paste.empty"));
        }
        String separator = separator(text);
        double[][] values = new double[lines.size()][];
        for (int row = 0; row < values.length; row++) {
            String line = separator.equals("\\s+") ? lines.get(row).strip() : lines.get(row);
            String[] cells = line.split(separator, -1);
            if (row > 0 && cells.length != values[0].length) {
                throw new NoticeException(
                        Notice.of("playground.paste.ragged", row + 1, cells.length, values[0].length));
            }
            values[row] = new double[cells.length];
            for (int column = 0; column < cells.length; column++) {
                values[row][column] = cell(cells[column], row, column);
            }
        }
        if (values.length > largest || values[0].length > largest) {
            throw new NoticeException(Notice.of("playground.paste.large", values.length, values[0].length, largest));
        }
        return Grid.of(values);
    }

    private static String separator(String text) {
        for (String candidate : List.of("\t", ";", ",")) {
            if (text.contains(candidate)) {
                return candidate;
            }
        }
        return "\\s+";
    }

    private static double cell(String text, int row, int column) throws NoticeException {
        try {
            return number(text);
        } catch (NumberFormatException e) {
            throw new NoticeException(Notice.of("playground.paste.notNumber", row + 1, column + 1, text.strip()), e);
        }
    }

    /**
     * A number as people type it: a real minus sign and thousands commas are taken.
     *
     * @throws NumberFormatException where it is none or not finite
     */
    static double number(String text) {
        String digits = text.strip().replace('−', '-');
        if (digits.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?")) {
            digits = digits.replace(",", "");
        }
        if (!digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw new NumberFormatException(text);
        }
        double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }
}
