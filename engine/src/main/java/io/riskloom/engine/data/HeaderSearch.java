package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the line of column names among a text's first rows. The body begins where number and date columns hold numbers and
 * dates; the header is the row above it that looks like names and holds most names of the trade, the lower one of equals. What
 * stands above it is a preamble. A row of units below the names and the two or three header lines of yfinance are known.
 */
final class HeaderSearch {

    private final Text text;
    private final ReadSettings settings;
    private final Head head;
    private final HeaderNames names;
    private final List<Head.Line> lines;
    private final List<ImportReport.Warning> warnings = new ArrayList<>();
    private final LineTally comments = new LineTally();
    private final boolean every;

    /** @param every whether what looks like units or comments below the names is a row of the body */
    HeaderSearch(Text text, Head head, ReadSettings settings, boolean every) {
        this.every = every;
        this.text = text;
        this.settings = settings;
        this.head = head;
        this.names = new HeaderNames(head);
        this.lines = head.lines();
    }

    Frame frame() throws DataException {
        if (lines.isEmpty()) {
            String key = head.above().count() > 0 ? "data.error.headerOnly" : "data.error.empty";
            throw text.refuse(key, 0, "", "", "");
        } else if (settings.header() == ReadSettings.NO_HEADER) {
            int first = firstFull();
            tellPreamble(first);
            return unnamed(first);
        } else if (settings.header() > 0) {
            return given();
        }
        int body = firstBody();
        int header = header(body);
        refuseOneColumn(header);
        if (header < 0) {
            refuseValues();
            int first = firstRow();
            tellPreamble(first);
            warnings.add(new ImportReport.Warning(
                    lines.get(first).line(),
                    "",
                    Notice.of("data.warn.noHeader", lines.get(first).line(), "", head.width())));
            return unnamed(first);
        }
        Optional<StackedHeader> stacked =
                every ? Optional.empty() : StackedHeader.of(lines, header, body, head.width());
        if (stacked.isPresent()) {
            tellPreamble(stacked.get().first());
            return named(
                    stacked.get().names(),
                    lines.get(header).line(),
                    stacked.get().behind());
        }
        tellPreamble(header);
        return named(names.of(header), lines.get(header).line(), behindUnits(header));
    }

    /** The reader's own header line; the row that starts there or next. */
    private Frame given() throws DataException {
        head.above().tell("data.warn.preamble", "", warnings);
        return named(names.of(0), lines.getFirst().line(), 1);
    }

    private int firstBody() {
        for (int i = 0; i < lines.size(); i++) {
            if (head.body(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the names, −1 where there are none. */
    private int header(int body) {
        int best = -1;
        int bestScore = -1;
        int limit = body < 0 ? lines.size() : body;
        for (int i = 0; i < limit; i++) {
            Head.Line line = lines.get(i);
            boolean below = best >= 0 && names.units(line);
            if (!names.fit(line) || below) {
                continue;
            }
            if (every && line.width() == head.width() && line.filled() == line.width()) {
                return i;
            }
            int score = (head.typed() ? 10 * HeaderNames.known(line) : 0) + (line.filled() == line.width() ? 1 : 0);
            // a narrow table's settings ("Currency,USD") look like names, a wide one's first row without numbers does
            boolean better = head.typed() && head.width() <= 3 ? score >= bestScore : score > bestScore;
            if (better || (best >= 0 && names.units(lines.get(best)) && !names.units(line))) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    private int behindUnits(int header) {
        int next = header + 1;
        boolean more = !every;
        while (more && next < lines.size()) {
            Head.Line below = lines.get(next);
            boolean comment = comment(below);
            more = comment || (!below.comment() && names.units(below));
            if (comment) {
                comments.add(below.line());
            } else if (more) {
                warnings.add(
                        new ImportReport.Warning(below.line(), "", Notice.of("data.warn.units", below.line(), "", 1)));
            }
            next += more ? 1 : 0;
        }
        return next;
    }

    /** Whether a line below the names starts with a mark of comments and is no row of the table. */
    private boolean comment(Head.Line line) {
        return line.comment() && (line.width() != head.width() || head.contradicts(line));
    }

    /** The first row with as many cells as the table has columns, whatever they hold. */
    private int firstFull() {
        for (int i = 0; i < lines.size(); i++) {
            Head.Line line = lines.get(i);
            if (!line.comment() && line.width() == head.width() && 2 * line.filled() >= head.used()) {
                return i;
            }
        }
        return 0;
    }

    private int firstRow() {
        int body = Math.max(firstBody(), 0);
        for (int i = 0; i < body; i++) {
            if (!lines.get(i).comment() && 2 * head.fits(lines.get(i)) >= head.typedColumns()) {
                return i;
            }
        }
        return body;
    }

    private void tellPreamble(int header) {
        if (header > 0) {
            warnings.add(new ImportReport.Warning(
                    lines.getFirst().line(),
                    "",
                    Notice.of("data.warn.preamble", lines.getFirst().line(), "", header),
                    lines.subList(0, Math.min(header, 20)).stream()
                            .map(Head.Line::line)
                            .toList(),
                    header));
        }
    }

    private void refuseOneColumn(int header) throws DataException {
        boolean numbers = head.width() == 1 && head.types()[0] == Head.NUMBER;
        boolean alone = head.width() == 1 && lines.size() == 1 && header >= 0;
        if (head.width() < 2 && (header < 0 || !numbers) || alone) {
            Head.Line first = lines.getFirst();
            throw text.refuse(
                    "data.error.oneColumn",
                    first.line(),
                    "",
                    ", ; TAB |",
                    first.cells().getFirst());
        }
    }

    /** Without names the first row must be one of the body. */
    private void refuseValues() throws DataException {
        Head.Line first = lines.getFirst();
        if (firstBody() < 0) {
            String value =
                    first.cells().stream().filter(c -> !c.isEmpty()).findFirst().orElse("");
            throw text.refuse("data.error.noHeader", first.line(), "", "", value);
        }
    }

    private Frame unnamed(int first) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < head.width(); i++) {
            names.add("");
        }
        return frame(
                names,
                ReadSettings.NO_HEADER,
                lines.get(first).offset(),
                lines.get(first).line());
    }

    private Frame named(List<String> names, int line, int next) throws DataException {
        int first = next;
        while (!every && first < lines.size() && comment(lines.get(first))) {
            comments.add(lines.get(first++).line());
        }
        comments.tell("data.warn.comments", "", warnings);
        if (first >= lines.size()) {
            throw text.refuse("data.error.headerOnly", 0, "", "", "");
        }
        return frame(names, line, lines.get(first).offset(), lines.get(first).line());
    }

    private Frame frame(List<String> raw, int header, int offset, int line) {
        Names names = new Names(raw, header);
        warnings.addAll(names.warnings());
        char mark = head.marked() && !every ? '#' : 0;
        return new Frame(
                names.unique(),
                names.unnamed(),
                List.of(),
                header,
                offset,
                line,
                text.end(),
                mark,
                List.copyOf(warnings));
    }
}
