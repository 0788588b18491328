package io.riskloom.app.data;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Preview;
import java.util.List;

/**
 * The first rows of a file as a table shows them.
 *
 * @param header names of the columns shown, {@value #COLUMNS} at most
 * @param width  columns of the file
 * @param rows   cells as they stand in the file
 * @param lines  1-based line of each row
 */
record Grid(List<String> header, int width, List<List<String>> rows, List<Integer> lines, Marks marks) {

    /** A table with thousands of columns would stop the window; these are shown. */
    static final int COLUMNS = 60;

    static final Grid EMPTY = new Grid(List.of(), 0, List.of(), List.of(), Marks.NONE);

    static Grid of(Preview preview, Marks marks) {
        return of(preview.header(), preview.rows(), preview.lines(), marks);
    }

    static Grid of(ImportReport report, Marks marks) {
        List<String> names =
                report.columns().stream().map(ImportReport.Column::name).toList();
        return of(names, report.preview(), report.previewLines(), marks);
    }

    private static Grid of(List<String> names, List<List<String>> rows, List<Integer> lines, Marks marks) {
        return new Grid(names.subList(0, Math.min(COLUMNS, names.size())), names.size(), rows, lines, marks);
    }

    /** Where a line of the file stands among the rows, −1 where it is not shown. */
    int rowOf(int line) {
        return lines.indexOf(line);
    }
}
