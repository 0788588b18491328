package io.riskloom.app.forecast;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.BarsPerYear;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

/**
 * The series that a run's forecasts stand beside.
 *
 * @param prices of the run's file as it is now
 * @param drawn  the same, or the realised volatility in per cent a year as closes
 * @param days   days that the file has after the last that the run's forecasts knew
 * @param note   how the file differs from that of the run
 */
record ShownSeries(PriceHistory prices, PriceHistory drawn, int days, Optional<Notice> note) {

    private static final double SAME = 1e-9;

    /** @throws NoticeException where the file has no such prices */
    static ShownSeries of(Run run, Imported read) throws NoticeException {
        Path file = Path.of(run.spec().data()).getFileName();
        if (!(read instanceof Imported.Prices found)) {
            throw new NoticeException(Notice.of("forecast.note.noPrices", file));
        }
        PriceHistory prices = found.find(run.spec().series())
                .orElseThrow(() -> new NoticeException(
                        Notice.of("forecast.note.noSeries", file, run.spec().series())));
        Optional<Details.OfForecast> details = details(run);
        boolean volatility =
                details.isPresent() && details.get().ahead().quantity().equals(Forecast.VOLATILITY);
        PriceHistory drawn =
                volatility && run.spec() instanceof ForecastSpec s ? volatility(prices, s.volatilityDays()) : prices;
        int days = details.map(d -> after(drawn, d.ahead())).orElse(0);
        String hash = run.provenance() == null ? "" : run.provenance().dataSha256();
        if (hash.isEmpty() || hash.equals(read.source().sha256())) {
            return new ShownSeries(prices, drawn, days, Optional.empty());
        }
        boolean longer = days > 0
                && agree(drawn, details.get().test())
                && agree(drawn, details.get().ahead());
        return new ShownSeries(
                prices,
                drawn,
                days,
                Optional.of(
                        longer
                                ? Notice.of("forecast.note.longer", file, days)
                                : Notice.of("forecast.note.changed", file)));
    }

    static Optional<Details.OfForecast> details(Run run) {
        return run.outcome() instanceof Outcome.Finished(Evaluation e) && e.details() instanceof Details.OfForecast d
                ? Optional.of(d)
                : Optional.empty();
    }

    /** Of each day that has as many returns behind it. */
    private static PriceHistory volatility(PriceHistory prices, int days) {
        Target target = Target.ofVolatility(prices, days, 1, BarsPerYear.of(prices.dates()));
        int first = Math.min(days, prices.size());
        double[] shown = new double[prices.size() - first];
        Arrays.setAll(shown, i -> target.known(first + i));
        double[] none = new double[0];
        return new PriceHistory(
                prices.symbol(),
                prices.dates().subList(first, prices.size()),
                none,
                none,
                none,
                shown,
                none,
                prices.source());
    }

    private static int after(PriceHistory drawn, Forecast ahead) {
        int known = ahead.size() == 0
                ? -1
                : Collections.binarySearch(drawn.dates(), ahead.origins().getLast());
        return known < 0 ? 0 : drawn.size() - 1 - known;
    }

    /** Whether the file still says of each origin what the forecast knew. */
    private static boolean agree(PriceHistory drawn, Forecast forecast) {
        double[] now = drawn.close();
        double[] then = forecast.lastValue();
        for (int o = 0; o < then.length; o++) {
            int day = Collections.binarySearch(drawn.dates(), forecast.origins().get(o));
            if (day < 0 || Math.abs(now[day] - then[o]) > SAME * Math.abs(then[o])) {
                return false;
            }
        }
        return true;
    }
}
