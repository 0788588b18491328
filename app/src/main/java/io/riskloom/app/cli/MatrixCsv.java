package io.riskloom.app.cli;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A grid of plain numbers, separated by commas, semicolons, tabs or blanks. */
final class MatrixCsv {

    private MatrixCsv() {}

    /** @throws NoticeException naming the line that is no row of as many finite numbers as the first */
    static double[][] read(Path file) throws IOException, NoticeException {
        List<String> lines = Common.text(file).lines().toList();
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines = lines.subList(0, lines.size() - 1);
        }
        if (lines.isEmpty()) {
            throw new NoticeException(Notice.of("cli.error.notMatrix", file.getFileName(), 1, 1, ""));
        }
        double[][] matrix = new double[lines.size()][];
        for (int i = 0; i < matrix.length; i++) {
            String[] cells = lines.get(i).strip().split("\\s*[,;\\t]\\s*|\\s+");
            int expected = i == 0 ? cells.length : matrix[0].length;
            matrix[i] = new double[cells.length];
            for (int j = 0; j < cells.length; j++) {
                matrix[i][j] = number(cells[j]);
                if (!Double.isFinite(matrix[i][j]) || cells.length != expected) {
                    throw new NoticeException(
                            Notice.of("cli.error.notMatrix", file.getFileName(), i + 1, expected, lines.get(i)));
                }
            }
        }
        return matrix;
    }

    /** NaN for what is no number. */
    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static double largestDifference(double[][] a, double[][] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
            }
        }
        return largest;
    }
}
