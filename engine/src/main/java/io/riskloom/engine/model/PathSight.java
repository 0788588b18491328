package io.riskloom.engine.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What the pages of generated paths show beside the facts. Simulators are named {@code generated}, {@code blockBootstrap} and
 * {@code garch}; one that could not be fitted is missing.
 *
 * @param training    daily log returns that the generator and the plain simulators learnt, the validation span included
 * @param dates       of the test returns
 * @param curves      functions of a lag or of a level, real and simulated
 * @param spans       Wasserstein-1 over several days
 * @param correlation of several series; empty for one
 * @param backtests   one-day value at risk on the test days
 * @param copying     distances to the nearest real window
 * @param trainingDates of the training returns; empty where they were not kept
 * @param epoch       that was kept; 0 where it is not known
 */
public record PathSight(
        double[] training,
        List<LocalDate> dates,
        List<Curve> curves,
        List<Span> spans,
        List<Correlation> correlation,
        List<Backtest> backtests,
        Copying copying,
        List<LocalDate> trainingDates,
        int epoch) {

    public static final String GENERATED = "generated";
    public static final String BOOTSTRAP = "blockBootstrap";
    public static final String GARCH = "garch";

    public PathSight {
        trainingDates = trainingDates == null ? List.of() : List.copyOf(trainingDates);
        training = training.clone();
        dates = List.copyOf(dates);
        curves = List.copyOf(curves);
        spans = List.copyOf(spans);
        correlation = List.copyOf(correlation);
        backtests = List.copyOf(backtests);
    }

    @Override
    public double[] training() {
        return training.clone();
    }

    /** A simulator's values. */
    public record Line(String simulator, double[] values) {
        public Line {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }
    }

    /**
     * @param name {@code acf}, {@code acfAbs}, {@code acfSquares}, {@code leverage} (x: lags in days), {@code drawdown}
     *     (x: levels in 0–1; values: quantiles of the largest drawdown within 252 steps)
     * @param low  of the real curve's 90 % block-bootstrap band
     */
    public record Curve(String name, double[] x, double[] real, double[] low, double[] high, List<Line> lines) {
        public Curve {
            x = x.clone();
            real = real.clone();
            low = low.clone();
            high = high.clone();
            lines = List.copyOf(lines);
        }
    }

    /** A figure of one simulator. */
    public record Figure(String simulator, double value) {}

    /**
     * @param days    of the overlapping returns that are compared
     * @param figures Wasserstein-1 from the test returns, in log returns, a simulator each
     * @param floor   the same of the training returns themselves
     */
    public record Span(int days, List<Figure> figures, double floor) {
        public Span {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Correlations of daily returns between series.
     *
     * @param source {@code real} or a simulator
     * @param names  of the series
     */
    public record Correlation(String source, List<String> names, double[][] values) {
        public Correlation {
            names = List.copyOf(names);
            values = Matrices.copy(values);
        }
    }

    /**
     * One-day value at risk of a long position, forecast for every test day from what was known the day before.
     *
     * @param simulator      {@code historical}, {@code garch}, {@code generated}
     * @param level          share of worse days, such as .01
     * @param forecast       value at risk as a positive log loss, one a test day
     * @param exceedances    days on which the loss was larger
     * @param kupiec         p-value of Kupiec's proportion of failures test
     * @param independence   p-value of Christoffersen's test of independence; NaN without two exceedances
     * @param conditional    p-value of Christoffersen's conditional coverage
     */
    public record Backtest(
            String simulator,
            double level,
            double[] forecast,
            int exceedances,
            double kupiec,
            double independence,
            double conditional) {
        public Backtest {
            forecast = forecast.clone();
        }
    }

    /**
     * Euclidean distances of windows to their nearest training window.
     *
     * @param days      of a window
     * @param generated of generated windows
     * @param real      of training windows, those that share a day left out
     * @param heldOut   of test windows
     */
    public record Copying(int days, double[] generated, double[] real, double[] heldOut) {
        public Copying {
            generated = generated.clone();
            real = real.clone();
            heldOut = heldOut.clone();
        }
    }
}
