package io.riskloom.engine.data;

import java.util.List;

/**
 * What the importer made of a file, for the preview and {@code riskloom inspect}.
 *
 * @param encoding  charset name, such as {@code UTF-8}
 * @param delimiter the separator character as text
 * @param rows      usable data rows
 * @param columns   in file order
 * @param preview   the first rows as read, cells as text, header not included (at most 200)
 * @param previewLines 1-based line of the file for each row of the preview
 * @param used      the settings in force: those given, the rest as detected
 * @param warnings  what a reader should know; nothing was changed in the file
 */
public record ImportReport(
        String encoding,
        String delimiter,
        int rows,
        List<Column> columns,
        List<List<String>> preview,
        List<Integer> previewLines,
        ReadSettings used,
        List<Warning> warnings) {

    public ImportReport {
        columns = List.copyOf(columns);
        preview = preview.stream().map(List::copyOf).toList();
        previewLines = List.copyOf(previewLines);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param type    {@code date}, {@code number}, {@code category} or {@code text}
     * @param role    {@code date open high low close adjclose volume symbol} for prices, {@code feature target id date ignored}
     *                for credit
     * @param missing number of missing cells
     */
    public record Column(String name, String type, String role, int missing) {}

    /**
     * @param line   1-based line of the file, the first where there are several; 0 where none is meant
     * @param column name, empty where none is meant
     * @param lines  the first {@value Tally#LINES} lines that are meant
     * @param count  of rows or cells that are meant, 0 where the whole file is
     */
    public record Warning(int line, String column, Notice notice, List<Integer> lines, int count) {
        public Warning {
            lines = List.copyOf(lines);
        }

        public Warning(int line, String column, Notice notice) {
            this(line, column, notice, line == 0 ? List.of() : List.of(line), line == 0 ? 0 : 1);
        }
    }
}
