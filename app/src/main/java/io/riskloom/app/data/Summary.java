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
import io.riskloom.engine.quality.Finding;
import java.util.List;

/**
 * A loaded file in words.
 *
 * @param figures four key figures
 * @param quality what to mind, in one sentence
 * @param grade   1 where there is nothing to mind, 0 where there is, −1 where a model would be wrong
 */
record Summary(String title, String subtitle, List<Figure> figures, String quality, int grade) {

    private static final double DAYS_A_YEAR = 365.25;

    /**
     * @param series   of a price file; ignored for a credit table
     * @param findings what there is to know about the file
     */
    static Summary of(Dataset dataset, String series, List<FindingRow> findings, Texts texts) {
        ImportReport report = dataset.imported().report();
        String separator = Chips.separator(report.delimiter(), texts);
        int missing =
                report.columns().stream().mapToInt(ImportReport.Column::missing).sum();
        boolean clean = missing == 0 && findings.isEmpty();
        boolean grave = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.SEVERE);
        int grade = clean ? 1 : grave ? -1 : 0;
        String rows = count(report.rows());
        String quality = clean
                ? texts.get("data.quality.clean", rows, report.columns().size())
                : texts.get("data.quality.mind", rows, count(missing), count(findings.size()));
        return switch (dataset.imported()) {
            case Imported.Prices prices -> {
                PriceHistory history = prices.seriesNamed(series);
                yield new Summary(
                        dataset.name(),
                        texts.get(
                                prices.series().size() == 1 ? "data.subtitle.prices" : "data.subtitle.manyPrices",
                                rows,
                                Formats.day(history.dates().getFirst()),
                                Formats.day(history.dates().getLast()),
                                report.encoding(),
                                separator,
                                prices.series().size()),
                        prices(history, report, texts),
                        quality,
                        grade);
            }
            case Imported.Credit credit ->
                new Summary(
                        dataset.name(),
                        texts.get(
                                credit.book().target().isEmpty() ? "data.subtitle.unlabelled" : "data.subtitle.credit",
                                rows,
                                Formats.percent(credit.book().eventRate(), 1),
                                report.encoding(),
                                separator),
                        credit(credit.book(), texts),
                        quality,
                        grade);
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
                        texts.get(history.dated() ? "data.figure.first" : "data.figure.firstRow"),
                        Formats.day(history.dates().getFirst()),
                        texts.get("data.figure.firstClose", Formats.number(first, 2))),
                new Figure(
                        texts.get(history.dated() ? "data.figure.last" : "data.figure.lastRow"),
                        Formats.day(history.dates().getLast()),
                        history.dated() ? texts.get("data.figure.years", Formats.number(years, 1)) : ""),
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
                        texts.get("data.figure.kinds", count(numeric), count(features - numeric))),
                new Figure(
                        texts.get("data.figure.missing"),
                        Formats.percent(share, 2),
                        texts.get("data.figure.cells", count(missing), gappy)));
    }

    static String count(long number) {
        return Formats.number(number, 0);
    }
}
