package io.riskloom.engine.data;

import io.riskloom.engine.data.PriceLayout.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns called by a ticker and a role, such as {@code AAPL Close} or {@code Open_MSFT}, grouped to one series a ticker. */
final class TickerColumns {

    private TickerColumns() {}

    /** The series; empty unless every open column of numbers is such a one, and every ticker has a close. Warns of adjusted ones that miss too much to be used. */
    static List<Quote> quotes(Sheet sheet, Roles roles, List<ImportReport.Warning> warnings) {
        Map<String, Map<String, Integer>> tickers = new LinkedHashMap<>();
        int parts = 0;
        for (int i = 0; i < sheet.plans().size(); i++) {
            ColumnPlan plan = sheet.plans().get(i);
            if (plan.type() != ColumnPlan.Type.NUMBER || !roles.open(i)) {
                continue;
            }
            Optional<PriceNames.Part> part = PriceNames.part(plan.name());
            if (part.isPresent()) {
                tickers.computeIfAbsent(part.get().ticker(), t -> new HashMap<>())
                        .putIfAbsent(part.get().role(), i);
                parts++;
            } else if (!PriceNames.derived(plan.name()) && !Identifiers.is(sheet, i)) {
                return List.of();
            }
        }
        List<Quote> quotes = new ArrayList<>();
        List<ImportReport.Warning> told = new ArrayList<>();
        for (Map.Entry<String, Map<String, Integer>> ticker : tickers.entrySet()) {
            Map<String, Integer> bars = ticker.getValue();
            Integer close = bars.remove("close");
            Integer adjusted = bars.remove("adjclose");
            if (close == null && adjusted == null) {
                return List.of();
            }
            if (close != null && adjusted != null && AdjustedCloses.incomplete(sheet, adjusted, close)) {
                told.add(AdjustedCloses.warning(sheet, adjusted, close));
                adjusted = null;
            }
            boolean both = close != null && adjusted != null;
            quotes.add(new Quote(
                    ticker.getKey(), adjusted == null ? close : adjusted, adjusted != null, both ? close : -1, bars));
        }
        if (parts < 2) {
            return List.of();
        }
        warnings.addAll(told);
        return quotes;
    }
}
