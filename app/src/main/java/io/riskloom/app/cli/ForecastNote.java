package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Forecast;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What should be known about forecasts before errors are computed from them, on standard error. */
final class ForecastNote {

    private final Texts texts;

    ForecastNote(Texts texts) {
        this.texts = texts;
    }

    void print(Path file, PriceHistory history, Forecast forecast, ForecastSpans spans) {
        List<LocalDate> origins = forecast.origins();
        System.err.println(texts.get(
                "cli.forecast.series",
                TextTable.printable(history.symbol()),
                file.getFileName(),
                Formats.day(origins.getFirst()),
                Formats.day(origins.getLast())));
        if (spans.begins().isEmpty()) {
            System.err.println(texts.get("cli.forecast.unknown"));
            return;
        }
        Map<String, Integer> rows = new LinkedHashMap<>();
        ForecastSpans.ALL.forEach(part -> rows.put(part, 0));
        origins.forEach(day -> rows.merge(spans.of(day), forecast.horizon(), Integer::sum));
        int test = rows.remove(ForecastSpans.TEST);
        int fresh = rows.remove(ForecastSpans.NEW);
        String parts = rows.entrySet().stream()
                .map(part -> texts.get("cli.forecast.part", part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "));
        int seen = rows.values().stream().mapToInt(Integer::intValue).sum();
        System.err.println(texts.get("cli.forecast.spans", seen, seen + test + fresh, parts, test, fresh));
        if (!spans.exact()) {
            System.err.println(texts.get("cli.forecast.coarse"));
        }
    }
}
