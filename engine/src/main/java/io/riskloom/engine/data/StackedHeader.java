package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names that stand in two or three lines, as yfinance writes them: one of prices ({@code Price,Close,Close}), one of tickers
 * ({@code Ticker,SPY,QQQ}), and one that names only the date ({@code Date,,}). One ticker adds nothing; several give
 * {@code SPY Close}.
 *
 * @param first  index of the first of the lines
 * @param behind index behind the last
 */
record StackedHeader(List<String> names, int first, int behind) {

    /**
     * @param header index of the line taken for the header
     * @param body   index of the first line of the body, −1 where unknown
     */
    static Optional<StackedHeader> of(List<Head.Line> lines, int header, int body, int width) {
        if (body < 2) {
            return Optional.empty();
        }
        int first = body;
        while (first > 0 && body - first < 3 && part(lines.get(first - 1), width)) {
            first--;
        }
        List<Head.Line> block = lines.subList(first, body);
        if (block.size() < 2 || header < first) {
            return Optional.empty();
        }
        Head.Line last = block.getLast();
        boolean dateLine = Headings.date(last.cells().getFirst()) && last.filled() == 1;
        List<Head.Line> rest = dateLine ? block.subList(0, block.size() - 1) : block;
        boolean tickerLine =
                rest.stream().anyMatch(l -> Headings.symbol(l.cells().getFirst()) && prices(l) == 0);
        if (width < 2 || rest.isEmpty() || rest.size() > 2 || !(dateLine || tickerLine)) {
            return Optional.empty();
        }
        Head.Line prices =
                rest.stream().max((a, b) -> Long.compare(prices(a), prices(b))).orElseThrow();
        Head.Line tickers = rest.stream().filter(l -> l != prices).findFirst().orElse(null);
        String date = dateLine ? last.cells().getFirst() : prices.cells().getFirst();
        return Optional.of(new StackedHeader(names(prices, tickers, date), first, body));
    }

    private static boolean part(Head.Line line, int width) {
        return !line.comment()
                && line.width() == width
                && line.kinds().indexOf(Head.NUMBER) < 0
                && line.kinds().indexOf(Head.DATE) < 0;
    }

    private static long prices(Head.Line line) {
        return line.cells().stream().skip(1).filter(Headings::price).count();
    }

    private static List<String> names(Head.Line prices, Head.Line tickers, String date) {
        Set<String> distinct = new HashSet<>();
        if (tickers != null) {
            tickers.cells().stream()
                    .skip(1)
                    .map(c -> c.toLowerCase(Locale.ROOT))
                    .forEach(distinct::add);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < prices.width(); i++) {
            String ticker = distinct.size() > 1 ? tickers.cells().get(i) + " " : "";
            names.add(i == 0 ? date : (ticker + prices.cells().get(i)).strip());
        }
        return names;
    }
}
