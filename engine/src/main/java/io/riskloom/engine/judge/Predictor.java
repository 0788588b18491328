package io.riskloom.engine.judge;

/** What a model answers before one series, in the unit that its target learns. */
@FunctionalInterface
public interface Predictor {

    /**
     * One answer an origin, from days up to that origin only.
     *
     * @param origins days of the series, ascending
     * @return levels × origins × steps: one level, the forecast; five, the quantiles .5, .05, .25, .75 and .95; or one for each
     *     stochastic pass, where {@link DropoutBands} are made of them
     */
    double[][][] answers(int[] origins);
}
