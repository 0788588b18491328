package io.riskloom.engine.model;

import java.util.Map;

/**
 * A plain model on the same test data.
 *
 * @param name        key under {@code challenger.} in the bundles: {@code lastValue majority scorecard blockBootstrap} …
 * @param metrics     by metric name
 * @param intervals   95 % intervals of some of them
 * @param differences model − challenger on the same test cases, by metric name; empty where none is taken case by case
 */
public record ChallengerScore(
        String name, Map<String, Double> metrics, Map<String, Interval> intervals, Map<String, Gap> differences) {

    public ChallengerScore {
        metrics = Map.copyOf(metrics);
        // runs of earlier versions have neither
        intervals = intervals == null ? Map.of() : Map.copyOf(intervals);
        differences = differences == null ? Map.of() : Map.copyOf(differences);
    }

    /** Without intervals. */
    public ChallengerScore(String name, Map<String, Double> metrics) {
        this(name, metrics, Map.of(), Map.of());
    }

    /**
     * A paired difference with its 95 % interval.
     *
     * @param pValue two-sided, that there is none
     */
    public record Gap(double difference, double low, double high, double pValue) {}
}
