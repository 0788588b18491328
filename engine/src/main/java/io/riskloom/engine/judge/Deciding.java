package io.riskloom.engine.judge;

import io.riskloom.engine.model.ChallengerScore.Gap;
import java.util.List;

/**
 * A model beside several challengers by the 95 % intervals of the paired differences of a figure of which more is better: better
 * only where every interval lies above 0, worse where one lies below though the challenger was one of several that could do so (its
 * p-value times their number is below .05, Bonferroni), else not told apart.
 *
 * @param good  1 better, 0 not told apart, −1 worse
 * @param rival number of the challenger that decides: the strongest of those that the model is worse than, or that it is not
 *     told apart from, or of all where it beats them all
 */
public record Deciding(int good, int rival) {

    private static final double LEVEL = 0.05;

    /**
     * @param gaps     model − challenger; one without an interval (NaN) is not told apart
     * @param strength the challengers' own figures
     * @throws IllegalArgumentException for no challenger
     */
    public static Deciding of(List<Gap> gaps, double[] strength) {
        if (gaps.isEmpty()) {
            throw new IllegalArgumentException("no challenger");
        }
        int good = gaps.stream().mapToInt(gap -> sign(gap, gaps.size())).min().orElseThrow();
        int rival = -1;
        for (int i = 0; i < strength.length; i++) {
            if (sign(gaps.get(i), gaps.size()) == good && (rival < 0 || strength[i] > strength[rival])) {
                rival = i;
            }
        }
        return new Deciding(good, rival);
    }

    private static int sign(Gap gap, int challengers) {
        return gap.low() > 0 ? 1 : gap.high() < 0 && gap.pValue() * challengers < LEVEL ? -1 : 0;
    }
}
