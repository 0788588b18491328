package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Inspection;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.quality.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file's facts as lines for people. */
final class InspectText {

    private static final int LISTED = 50;
    private static final Map<String, String> SEPARATORS =
            Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "pipe");

    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private InspectText(Texts texts) {
        this.texts = texts;
    }

    static List<String> of(FileFacts facts, Loaded loaded, Texts texts) {
        InspectText text = new InspectText(texts);
        text.lines.add(TextTable.printable(facts.inspection().file()));
        text.overview(facts.inspection(), loaded.imported());
        text.columns(facts.inspection().columns());
        if (loaded.imported() instanceof Imported.Prices prices
                && prices.series().size() > 1) {
            text.series(prices.series());
        }
        text.lines.addAll(NoteText.of(facts, texts));
        return text.lines;
    }

    private void overview(Inspection inspection, Imported imported) {
        TextTable table = new TextTable("<<")
                .row(words("kind"), words(inspection.kind().orElseThrow()))
                .row(words("encoding"), inspection.encoding())
                .row(words("separator"), separator(inspection.delimiter()))
                .row(words("rows"), count(inspection.rows()));
        switch (imported) {
            case Imported.Prices prices -> prices(table, inspection, prices.series());
            case Imported.Credit credit -> credit(table, credit.book());
        }
        lines.addAll(table.lines());
    }

    private void prices(TextTable table, Inspection inspection, List<PriceHistory> series) {
        PriceHistory first = series.getFirst();
        table.row(
                words("days"),
                inspection.firstDate().isEmpty()
                        ? words("undated")
                        : texts.get(
                                "cli.inspect.span",
                                inspection.firstDate().get(),
                                inspection.lastDate().orElseThrow()));
        table.row(
                words("close"),
                texts.get(
                        "cli.inspect.closes",
                        inspection.closeColumn().orElse(first.symbol()),
                        price(inspection.firstClose()),
                        price(inspection.lastClose())));
    }

    private void credit(TextTable table, CreditBook book) {
        int bad = 0;
        for (boolean one : book.bad()) {
            bad += one ? 1 : 0;
        }
        if (book.target().isEmpty()) {
            table.row(words("target"), words("noTarget"));
            return;
        }
        table.row(words("target"), book.target());
        table.row(words("bad"), texts.get("cli.inspect.classes", book.badLabel(), book.goodLabel()));
        table.row(
                words("badRate"),
                texts.get("cli.inspect.share", Formats.percent(book.eventRate(), 1), count(bad), count(book.size())));
    }

    private void columns(List<ImportReport.Column> columns) {
        heading("columns", columns.size());
        TextTable table = new TextTable("<<<>").row(words("name"), words("type"), words("role"), words("missing"));
        for (ImportReport.Column column : columns.subList(0, Math.min(LISTED, columns.size()))) {
            table.row(
                    column.name(),
                    texts.get("data.type." + column.type()),
                    texts.get("data.role." + column.role()),
                    column.missing() == 0 ? "" : count(column.missing()));
        }
        lines.addAll(table.lines());
        more(columns.size());
    }

    private void series(List<PriceHistory> series) {
        heading("series", series.size());
        TextTable table = new TextTable("<><").row(words("name"), words("rows"), words("days"));
        for (PriceHistory one : series.subList(0, Math.min(LISTED, series.size()))) {
            String first = Formats.day(one.dates().getFirst());
            table.row(
                    one.symbol(),
                    count(one.size()),
                    texts.get("cli.inspect.span", first, Formats.day(one.dates().getLast())));
        }
        lines.addAll(table.lines());
        more(series.size());
    }

    private void heading(String key, int number) {
        lines.add("");
        lines.add(texts.get("cli.inspect." + key, count(number)));
    }

    private void more(int all) {
        if (all > LISTED) {
            lines.add("  " + texts.get("cli.inspect.more", count(all - LISTED)));
        }
    }

    private String separator(String separator) {
        return texts.get("data.separator." + SEPARATORS.getOrDefault(separator, "other"));
    }

    private String words(String key) {
        return texts.get("cli.inspect." + key);
    }

    private static String price(double price) {
        return Math.abs(price) >= 1 ? Formats.number(price, 2) : Formats.compact(price);
    }

    private static String count(long number) {
        return Formats.number(number, 0);
    }
}
