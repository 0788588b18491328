package io.riskloom.engine.data;

import java.util.List;

/**
 * A file's first rows as the settings cut them, whether or not the file can be used: what the import page shows while a
 * reader looks for the right settings.
 *
 * @param used   the settings in force: those given, the rest as detected
 * @param header column names, made up ({@code #1}, {@code #2} …) where the file has none
 * @param rows   cells as text, at most 200 rows; a row may be shorter or longer than the header
 * @param lines  1-based line of the file for each row
 */
public record Preview(ReadSettings used, List<String> header, List<List<String>> rows, List<Integer> lines) {
    public Preview {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        lines = List.copyOf(lines);
    }
}
