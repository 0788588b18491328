package io.riskloom.engine.model;

import java.util.Map;

/**
 * A plain model on the same test data.
 *
 * @param name    key under {@code challenger.} in the bundles: {@code lastValue majority logistic blockBootstrap}
 * @param metrics by metric name
 */
public record ChallengerScore(String name, Map<String, Double> metrics) {
    public ChallengerScore {
        metrics = Map.copyOf(metrics);
    }
}
