package io.riskloom.engine.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Weka's attribute-relation files: names and types stand in {@code @attribute} lines, rows below {@code @data}; {@code %} starts
 * a comment, names and values may stand in single quotation marks.
 */
record Arff(Dialect dialect, Frame frame) {

    /** Empty where the text is no such file. */
    static Optional<Arff> of(Text text) throws DataException {
        List<String> names = new ArrayList<>();
        List<ColumnPlan.Type> types = new ArrayList<>();
        int at = text.start();
        int line = 1;
        boolean relation = false;
        while (at < text.end()) {
            int end = lineEnd(text, at);
            String content = new String(text.bytes(), at, end - at, StandardCharsets.UTF_8).strip();
            String lower = content.toLowerCase(Locale.ROOT);
            boolean skip = content.isEmpty() || content.startsWith("%");
            if (!skip && !relation && !lower.startsWith("@relation")) {
                return Optional.empty();
            }
            relation |= !skip;
            int next = behind(text, end);
            if (lower.startsWith("@attribute")) {
                attribute(content.substring("@attribute".length()).strip(), names, types);
            } else if (lower.startsWith("@data")) {
                return Optional.of(opened(text, names, types, next, line + 1));
            }
            at = next;
            line++;
        }
        if (relation) {
            throw text.refuse("data.error.headerOnly", 0, "", "", "");
        }
        return Optional.empty();
    }

    private static Arff opened(Text text, List<String> raw, List<ColumnPlan.Type> types, int start, int line)
            throws DataException {
        Dialect dialect = new Dialect(',', true, start, line);
        Row row = new Row();
        Scan scan = new Scan(text, dialect);
        boolean any = false;
        while (!any && scan.next(row)) {
            any = !row.marked('%');
        }
        if (any && row.marked('{')) {
            throw text.refuse("data.error.sparse", row.line, "", "", row.cell(0));
        } else if (!any || raw.isEmpty()) {
            throw text.refuse("data.error.headerOnly", 0, "", "", "");
        }
        Names names = new Names(raw, line - 1);
        Frame frame = new Frame(
                names.unique(), names.unnamed(), types, line - 1, start, line, text.end(), '%', names.warnings());
        return new Arff(dialect, frame);
    }

    /** {@code 'a name' {yes,no}}, {@code age numeric}, {@code day date "yyyy-MM-dd"}. */
    private static void attribute(String rest, List<String> names, List<ColumnPlan.Type> types) {
        char mark = rest.isEmpty() ? 0 : rest.charAt(0);
        boolean quoted = mark == '\'' || mark == '"';
        int end = quoted ? rest.indexOf(mark, 1) : 0;
        while (!quoted && end < rest.length() && !Character.isWhitespace(rest.charAt(end)) && rest.charAt(end) != '{') {
            end++;
        }
        int stop = end < 0 ? rest.length() : end;
        names.add(rest.substring(quoted ? 1 : 0, stop).strip());
        String type = rest.substring(Math.min(rest.length(), stop + (quoted ? 1 : 0)))
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean number = type.startsWith("numeric") || type.startsWith("real") || type.startsWith("integer");
        types.add(
                number
                        ? ColumnPlan.Type.NUMBER
                        : type.startsWith("date") ? ColumnPlan.Type.DATE : ColumnPlan.Type.TEXT);
    }

    private static int lineEnd(Text text, int from) {
        int end = from;
        while (end < text.end() && text.bytes()[end] != '\n' && text.bytes()[end] != '\r') {
            end++;
        }
        return end;
    }

    private static int behind(Text text, int end) {
        boolean both = end + 1 < text.end() && text.bytes()[end] == '\r' && text.bytes()[end + 1] == '\n';
        return Math.min(text.end(), end + (both ? 2 : 1));
    }
}
