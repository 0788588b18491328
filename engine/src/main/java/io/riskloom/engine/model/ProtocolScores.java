package io.riskloom.engine.model;

import java.util.List;

/**
 * TimeGAN's scores (Yoon et al. 2019, definitions of the authors' code but for the cell of the judges, which is PyTorch's) of
 * generated windows against real ones, with what a stronger judge says. Smaller is better; each with its floor, what real windows get in the place of the generated ones.
 *
 * @param windows        real windows, the last ones of a long history, and as many generated ones
 * @param days           of a window
 * @param columns        of a window
 * @param discriminative |½ − accuracy| of a GRU with ⌊columns / 2⌋ units that tells real from generated, random 80/20 split
 * @param predictive     mean absolute error of a GRU that learnt on generated windows to tell the next value of the last column,
 *     on the real windows; the floor learnt on real windows
 * @param strongGru      accuracy of a two-layer GRU of 64 units on moves and levels, learnt on and tested on blocks of days that share
 *     none; the floor has other real blocks in the place of the generated windows. Not counted: no repeats, NaN
 * @param trees          accuracy of gradient-boosted trees on relative features of a window, on the same blocks
 * @param nearest        median distance of generated windows to the nearest real one over that of real windows to real ones that
 *     share no day
 * @param rebased        whether windows begin at their level of the day before, as those of a generator without price levels do;
 *     scores are then not comparable with published ones
 */
public record ProtocolScores(
        int windows,
        int days,
        List<String> columns,
        Repeated discriminative,
        Repeated predictive,
        Repeated strongGru,
        Repeated trees,
        double nearest,
        boolean rebased) {
    public ProtocolScores {
        columns = List.copyOf(columns);
    }

    /** Repeats of a score with its floor; deviations are of the population, as numpy has them. */
    public record Repeated(double mean, double deviation, double floorMean, double floorDeviation, int repeats) {}
}
