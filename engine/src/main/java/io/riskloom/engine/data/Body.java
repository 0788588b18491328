package io.riskloom.engine.data;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a table's body, comments left out, each with as many cells as the table has columns: shorter rows are filled up
 * with missing cells, longer ones count only where the rest is empty. Where every row is wanted, empty ones come too, and longer
 * ones are refused.
 */
final class Body {

    /** Share of rows that may be left out before the file is refused. */
    static final double FEW = 0.05;

    private static final int STEP = 1 << 13;

    private final Pieces pieces;
    private final boolean every;
    private final Progress progress;
    private final double from;
    private final double share;
    private final LineTally shorter = new LineTally();
    private final LineTally longer = new LineTally();
    private final LineTally comments = new LineTally();
    private Text text;
    private Frame frame;
    private Scan scan;
    private int found;
    private int rows;

    /** @param from share of the whole work that is done when this pass begins, {@code share} what it is of the whole */
    Body(Opened opened, Progress progress, double from, double share) {
        this(opened, Pieces.NONE, progress, from, share);
    }

    /** Of a text in pieces, the first of which is opened. */
    Body(Opened first, Pieces pieces) {
        this(first, pieces, Progress.NONE, 0, 0);
    }

    private Body(Opened opened, Pieces pieces, Progress progress, double from, double share) {
        this.pieces = pieces;
        this.every = opened.every();
        this.progress = progress;
        this.from = from;
        this.share = share;
        begin(opened);
    }

    private void begin(Opened piece) {
        text = piece.text();
        frame = piece.frame();
        scan = new Scan(text, piece.dialect(), frame.start(), frame.line(), frame.end());
    }

    private boolean scanned(Row row) throws DataException {
        while (!(every ? scan.line(row) : scan.next(row))) {
            Optional<Opened> piece = pieces.next(scan.line());
            if (piece.isEmpty()) {
                return false;
            }
            begin(piece.get());
        }
        return true;
    }

    /**
     * @throws DataException as {@link Scan#next}, {@code data.error.cancelled}, and {@code data.error.ragged} at a longer row where
     *     every row is wanted
     */
    boolean next(Row row) throws DataException {
        while (scanned(row)) {
            if (row.marked(frame.comments()) && !Cells.missing(row.text, row.start(0), row.length(0))) {
                comments.add(row.line);
                continue;
            }
            if (row.cells > frame.width() && row.filledFrom(frame.width())) {
                if (every) {
                    throw ragged(row.line, String.valueOf(row.cells));
                }
                found = longer.count() == 0 ? row.cells : found;
                longer.add(row.line);
                continue;
            }
            if (row.cells < frame.width()) {
                if (!row.blank()) {
                    shorter.add(row.line);
                }
                row.pad(frame.width());
            }
            if (++rows % STEP == 0) {
                tell();
            }
            return true;
        }
        return false;
    }

    private void tell() throws DataException {
        double done = (double) position() / Math.max(1, frame.end() - frame.start());
        if (!progress.on(from + share * done)) {
            throw text.refuse("data.error.cancelled", 0, "", "", "");
        }
    }

    /** Whether comments were left out. */
    boolean skipped() {
        return comments.count() > 0;
    }

    /** 1-based line of the file behind the last row. */
    int line() {
        return scan.line();
    }

    /** Bytes of the body that were read. */
    int position() {
        return scan.at() - frame.start();
    }

    int rows() {
        return rows;
    }

    /** Whether every row had the table's width. */
    boolean even() {
        return shorter.count() == 0 && longer.count() == 0;
    }

    /** @throws DataException {@code data.error.ragged} where too many rows are longer or shorter than the header */
    void refuseRagged() throws DataException {
        if (longer.count() > FEW * (rows + longer.count())) {
            throw ragged(longer.first(), String.valueOf(found));
        } else if (2 * shorter.count() > rows) {
            throw ragged(shorter.first(), "< " + frame.width());
        }
    }

    private DataException ragged(int line, String cells) {
        return text.refuse("data.error.ragged", line, "", String.valueOf(frame.width()), cells);
    }

    void tell(List<ImportReport.Warning> warnings) {
        comments.tell("data.warn.comments", "", warnings);
        shorter.tell("data.warn.shortRows", "", warnings);
        longer.tell("data.warn.longRows", "", warnings);
    }
}
