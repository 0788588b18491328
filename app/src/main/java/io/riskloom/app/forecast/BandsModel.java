package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.ReliabilityChart;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Details.Level;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is said of a run's bands: what kind they are, whether they hold what they promise, and whether they did all the time. */
final class BandsModel {

    private static final double MAIN = 0.9;

    /** An interval of a share that is wider tells little of whether bands hold what they promise. */
    private static final double VAGUE = 0.1;

    /** From so many times the test span's width on, what held then says little of the forecast ahead. */
    private static final double MANY_TIMES = 2;

    private final ForecastSpec spec;
    private final Details.OfForecast details;
    private final Texts texts;

    BandsModel(ForecastSpec spec, Details.OfForecast details, Texts texts) {
        this.spec = spec;
        this.details = details;
        this.texts = texts;
    }

    /** How bands of a level did. */
    enum Finding {
        /** They held less than they should, by more than chance explains. */
        NARROW,
        FITS,
        /** As many as they should as far as chance lets that be told, which is not far. */
        OPEN,
        /** They held more than they should, by more than chance explains. */
        WIDE,
        /** Too few forecasts for a finding. */
        UNKNOWN;

        static Finding of(Level level) {
            if (Double.isNaN(level.low()) || Double.isNaN(level.high())) {
                return UNKNOWN;
            }
            return level.high() < level.nominal()
                    ? NARROW
                    : level.low() > level.nominal() ? WIDE : level.high() - level.low() > VAGUE ? OPEN : FITS;
        }
    }

    /** A line of the table. */
    record LevelRow(String nominal, String measured, String interval, String width, String finding, Finding grade) {}

    /** Empty for runs of earlier versions. */
    List<LevelRow> rows() {
        return details.reliability().stream()
                .map(level -> new LevelRow(
                        Formats.percent(level.nominal(), 0),
                        Formats.percent(level.coverage(), 1),
                        Formats.number(100 * level.low(), 1) + " – " + Formats.percent(level.high(), 1),
                        Double.isNaN(level.width()) ? "–" : Formats.number(level.width(), 2) + "%",
                        texts.get("forecast.bands.finding." + Finding.of(level)),
                        Finding.of(level)))
                .toList();
    }

    /** The finding for the bands of 90 %, or of the level next to it. */
    Finding finding() {
        return main().map(Finding::of).orElse(Finding.UNKNOWN);
    }

    private Optional<Level> main() {
        return details.reliability().stream().min(Comparator.comparingDouble(l -> Math.abs(l.nominal() - MAIN)));
    }

    /** The same in a sentence; of bands that are much wider now it is told that it speaks of the test span. */
    String verdict() {
        String when = finding() == Finding.FITS && ahead().isPresent()
                ? "TEST"
                : finding().name();
        return main().map(level -> texts.get(
                        "forecast.bands.verdict." + when,
                        Formats.percent(level.nominal(), 0),
                        Formats.percent(level.coverage(), 1),
                        Formats.number(100 * level.low(), 1),
                        Formats.percent(level.high(), 1)))
                .orElseGet(() -> texts.get("forecast.bands.old"));
    }

    /**
     * What sets the forecast from the last day apart from those of the test span: that its 90 % bands are {@value #MANY_TIMES}
     * times as wide or more. The width is the mean over the steps of the bands' width over the last value.
     */
    Optional<String> ahead() {
        Forecast ahead = details.ahead();
        double then = width(details.test());
        double now = width(ahead);
        return ahead.size() > 0 && then > 0 && now >= MANY_TIMES * then
                ? Optional.of(texts.get(
                        "forecast.bands.ahead",
                        Formats.day(ahead.origins().getLast()),
                        Formats.number(now / then, 1),
                        Formats.percent(now, 1),
                        Formats.percent(then, 1)))
                : Optional.empty();
    }

    private static double width(Forecast forecast) {
        double sum = 0;
        int count = 0;
        for (int o = 0; o < forecast.size(); o++) {
            for (int k = 0; k < forecast.steps().length; k++) {
                Forecast.Cell cell = forecast.cell(o, k);
                double width = (cell.upper90() - cell.lower90()) / Math.abs(forecast.lastValue()[o]);
                if (Double.isFinite(width)) {
                    sum += width;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** What kind of bands they are, and what that means. */
    String kind() {
        String kind = texts.get("forecast.bands.kind." + spec.bands(), spec.passes());
        return spec.levels() > 1 && !spec.bands().equals("dropout")
                ? texts.get("forecast.bands.kind.quantiles", kind)
                : kind;
    }

    /** Null for runs of earlier versions. */
    ReliabilityChart reliability() {
        return details.reliability().isEmpty() ? null : ForecastCharts.reliability(details.reliability(), texts);
    }

    /** Null where the test span has fewer origins than one share needs. */
    DateChart coverage() {
        RollingCoverage rolling = RollingCoverage.of(details.test());
        return rolling.there() ? ForecastCharts.coverage(rolling, texts) : null;
    }
}
