package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The first rows of any text, cut as far as the settings and the file allow: where no table can be made out, every row is shown
 * below made-up names.
 */
final class PreviewReader {

    private final Text text;
    private final ReadSettings settings;

    PreviewReader(Text text, ReadSettings settings) {
        this.text = text;
        this.settings = settings;
    }

    Preview read() throws DataException {
        if (text.start() == text.end()) {
            throw text.refuse("data.error.empty", 0, "", "", "");
        }
        Opened opened;
        try {
            opened = Opened.of(text, settings);
        } catch (DataException e) { // what the import page is there to mend
            Dialect dialect = Dialect.of(text, settings);
            Frame frame = new Frame(
                    List.of(),
                    List.of(),
                    List.of(),
                    settings.header() == ReadSettings.DETECT ? ReadSettings.NO_HEADER : settings.header(),
                    dialect.start(),
                    dialect.line(),
                    text.end(),
                    (char) 0,
                    List.of());
            opened = new Opened(text, dialect, frame, false);
        }
        return cut(opened);
    }

    private Preview cut(Opened opened) throws DataException {
        Frame frame = opened.frame();
        List<List<String>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        int width = frame.width();
        Row row = new Row();
        Scan scan = new Scan(text, opened.dialect(), frame.start(), frame.line(), frame.end());
        try {
            while (rows.size() < Filler.PREVIEW && scan.next(row)) {
                rows.add(row.strings());
                lines.add(row.line);
                width = frame.width() == 0 ? Math.max(width, row.cells) : width;
            }
        } catch (DataException e) { // the rows before the fault are still worth showing
            width = Math.max(width, 1);
        }
        if (rows.isEmpty() && frame.width() == 0) {
            throw text.refuse("data.error.empty", 0, "", "", "");
        }
        List<String> header = new ArrayList<>(frame.names());
        while (header.size() < width) {
            header.add("#" + (header.size() + 1));
        }
        return new Preview(used(opened), header, rows, lines);
    }

    private ReadSettings used(Opened opened) {
        Numbers.Style style = settings.decimal().equals(",") ? Numbers.Style.COMMA : Numbers.Style.DOT;
        ReadSettings plain = opened.detected(settings, style, List.of()).withDates(settings.dates());
        if (opened.frame().width() == 0) {
            return plain;
        }
        try {
            Profile profile = Profile.of(opened, settings, opened.body(Progress.NONE, 0, 0), Filler.PREVIEW);
            ColumnPlans layout = ColumnPlans.of(profile, opened, settings);
            return opened.detected(settings, layout.style(), layout.columns());
        } catch (DataException e) { // a fault that reading will name; the preview only shows what was given
            return plain;
        }
    }
}
