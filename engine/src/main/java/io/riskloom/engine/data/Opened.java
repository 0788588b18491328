package io.riskloom.engine.data;

import java.util.List;
import java.util.Optional;

/** A text with what its first and last rows tell about it. */
record Opened(Text text, Dialect dialect, Frame frame, boolean every) {

    static Opened of(Text text, ReadSettings settings) throws DataException {
        return of(text, settings, false);
    }

    /** @param every whether each row behind the names counts, also an empty one or what looks like a comment or a total */
    static Opened of(Text text, ReadSettings settings, boolean every) throws DataException {
        Optional<Arff> arff = Arff.of(text);
        if (arff.isPresent()) {
            return new Opened(text, arff.get().dialect(), arff.get().frame(), every);
        }
        Dialect dialect = Dialect.of(text, settings);
        Head head = Head.of(text, dialect, settings.header());
        Frame frame = new HeaderSearch(text, head, settings, every).frame();
        return new Opened(text, dialect, every ? frame : Footers.cut(text, dialect, frame, head), every);
    }

    /** The same table with only the part of its body between two positions. */
    Opened part(Frame piece) {
        return new Opened(text, dialect, piece, every);
    }

    Body body(Progress progress, double from, double share) {
        return new Body(this, progress, from, share);
    }

    /** The settings with what was detected filled in. */
    ReadSettings detected(ReadSettings settings, Numbers.Style style, List<ColumnPlan> plans) {
        ColumnPlan date = null;
        for (ColumnPlan plan : plans) {
            boolean first = date == null || (Headings.date(plan.name()) && !Headings.date(date.name()));
            date = plan.type() == ColumnPlan.Type.DATE && first ? plan : date;
        }
        return settings.withEncoding(text.charset().name())
                .withSeparator(String.valueOf(dialect.separator()))
                .withDecimal(style == Numbers.Style.COMMA ? "," : ".")
                .withHeader(frame.header())
                .withDates(date == null ? "" : date.format().pattern());
    }
}
