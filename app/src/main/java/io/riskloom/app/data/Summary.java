package io.riskloom.app.data;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.Figure;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import java.util.List;

/**
 * A loaded file in words.
 *
 * @param figures four key figures
 * @param quality what to mind, in one sentence
 * @param clean   whether there is nothing to mind
 */
record Summary(String title, String subtitle, List<Figure> figures, String quality, boolean clean) {

    private static final double DAYS_A_YEAR = 365.25;

    /** @param series of a price file; ignored for a credit table */
    static Summary of(Dataset dataset, String series, Texts texts) {
        ImportReport report = dataset.imported().report();
        String separator = texts.get(
                switch (report.delimiter()) {
                    case "," -> "data.separator.comma";
                    case ";" -> "data.separator.semicolon";
                    case "\t" -> "data.separator.tab";
                    case "|" -> "data.separator.pipe";
                    default -> "data.separator.other";
                });
        int missing =
                report.columns().stream().mapToInt(ImportReport.Column::missing).sum();
        int warnings = report.warnings().size();
        boolean clean = missing == 0 && warnings == 0;
        String rows = count(report.rows());
        String quality = clean
                ? texts.get("data.quality.clean", rows, report.columns().size())
                : texts.get("data.quality.mind", rows, count(missing), count(warnings));
        return switch (dataset.imported()) {
            case Imported.Prices prices -> {
                PriceHistory history = prices.seriesNamed(series);
                yield new Summary(
                        dataset.name(),
                        texts.get(
                                prices.series().size() == 1 ? "data.subtitle.prices" : "data.subtitle.manyPrices",
                                rows,
                                history.dates().getFirst(),
                                history.dates().getLast(),
                                report.encoding(),
                                separator,
                                prices.series().size()),
                        prices(history, report, texts),
                        quality,
                        clean);
            }
            case Imported.Credit credit ->
                new Summary(
                        dataset.name(),
                        texts.get(
                                "data.subtitle.credit",
                                rows,
                                Formats.percent(credit.book().eventRate(), 1),
                                report.encoding(),
                                separator),
                        credit(credit.book(), texts),
                        quality,
                        clean);
        };
    }

    private static List<Figure> prices(PriceHistory history, ImportReport report, Texts texts) {
        double[] close = history.close();
        double first = close[0];
        double last = close[close.length - 1];
        double years = (history.dates().getLast().toEpochDay()
                        - history.dates().getFirst().toEpochDay())
                / DAYS_A_YEAR;
        String change = (last >= first ? "+" : "") + Formats.percent(last / first - 1, 1);
        return List.of(
                new Figure(
                        texts.get("data.figure.rows"),
                        count(history.size()),
                        texts.get(history.hasBars() ? "data.figure.bars" : "data.figure.closes") + " · "
                                + BarUnit.of(history.dates()).each(texts)),
                new Figure(
                        texts.get("data.figure.first"),
                        history.dates().getFirst().toString(),
                        texts.get("data.figure.firstClose", Formats.number(first, 2))),
                new Figure(
                        texts.get("data.figure.last"),
                        history.dates().getLast().toString(),
                        texts.get("data.figure.years", Formats.number(years, 1))),
                new Figure(
                        texts.get("data.figure.close"),
                        Formats.number(last, 2),
                        texts.get("data.figure.change", change)));
    }

    private static List<Figure> credit(CreditBook book, Texts texts) {
        int bad = 0;
        for (boolean b : book.bad()) {
            bad += b ? 1 : 0;
        }
        int numeric = 0;
        int missing = 0;
        int gappy = 0;
        for (CreditColumn column : book.features()) {
            numeric += column instanceof CreditColumn.Numeric ? 1 : 0;
            missing += column.missing();
            gappy += column.missing() > 0 ? 1 : 0;
        }
        int features = book.features().size();
        double share = (double) missing / Math.max(1, (long) features * book.size());
        String target = book.target().isEmpty()
                ? texts.get("data.figure.noTarget")
                : texts.get("data.figure.target", book.target());
        return List.of(
                new Figure(texts.get("data.figure.applicants"), count(book.size()), target),
                new Figure(
                        texts.get("data.figure.badRate"),
                        Formats.percent(book.eventRate(), 1),
                        book.bad().length == 0
                                ? ""
                                : texts.get("data.figure.bad", count(bad), book.badLabel(), book.goodLabel())),
                new Figure(
                        texts.get("data.figure.features"),
                        count(features),
                        texts.get("data.figure.kinds", numeric, features - numeric)),
                new Figure(
                        texts.get("data.figure.missing"),
                        Formats.percent(share, 2),
                        texts.get("data.figure.cells", count(missing), gappy)));
    }

    static String count(long number) {
        return Formats.number(number, 0);
    }
}
