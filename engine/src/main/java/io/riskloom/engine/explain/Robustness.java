package io.riskloom.engine.explain;

import java.util.List;

/**
 * How scores of the test applicants bear worse data.
 *
 * @param plain AUC on the data as they are
 */
public record Robustness(double plain, List<Trial> trials) {
    public Robustness {
        trials = List.copyOf(trials);
    }

    /**
     * @param kind     {@code noise} (numbers moved by a normal error of {@code strength} standard deviations, so many of the
     *     categories dealt anew) or {@code missing} (so many of the cells emptied)
     * @param strength in (0, 1]
     * @param auc      mean over several draws
     * @param low      least of the draws
     * @param high     greatest of the draws
     * @param changed  share of applicants whose decision changes, mean of the draws
     */
    public record Trial(String kind, double strength, double auc, double low, double high, double changed) {}
}
