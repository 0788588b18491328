package io.riskloom.engine.judge;

import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.LagCurve;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Stylised facts of a real span ({@link FactBands}) and of simulated paths, compared in pieces of equal length
 * ({@link PathPieces}).
 */
public final class FactScale {
    private static final int LAGS = 50;
    /** Wasserstein-1 in standard deviations that counts as much as the edge of a band. */
    private static final double NEAR = 0.1;

    private final double[] real;
    private final PathPieces pieces;
    private final FactBands bands;
    private final long seed;

    private FactScale(double[] real, PathPieces pieces, long seed) {
        this.real = real.clone();
        this.pieces = pieces;
        this.bands = FactBands.of(real, pieces, seed);
        this.seed = seed;
    }

    /** In pieces of 252 steps, or of the whole span where that is shorter. */
    public static FactScale of(double[] real, long seed) {
        return of(real, Math.min(PathFact.YEAR, real.length), seed);
    }

    /**
     * Facts that a piece is too short for, or that do not vary, are left out.
     *
     * @param real returns of a span, daily log returns
     * @param days of a piece, at most those of the span; simulated paths have at least as many
     * @param seed of the bands
     */
    public static FactScale of(double[] real, int days, long seed) {
        return new FactScale(real, PathPieces.of(real.length, days), seed);
    }

    /** Days of a piece. */
    public int days() {
        return pieces.days();
    }

    /** How many facts there are. */
    public int size() {
        return bands.names().size();
    }

    PathPieces pieces() {
        return pieces;
    }

    FactBands bands() {
        return bands;
    }

    /** The series of which the bands were made. */
    double[][] drawn() {
        return FactBands.series(real, seed);
    }

    /** Facts of simulated paths, groups × facts. */
    double[][] ofGroups(double[][] paths) {
        return pieces.groups(paths).stream().map(bands::ofGroup).toArray(double[][]::new);
    }

    /** The facts of simulated paths by name, in the order of the facts. */
    public Map<String, Double> values(double[][] paths) {
        return named(bands.typical(ofGroups(paths)));
    }

    /** The facts of the real span by name. */
    public Map<String, Double> real() {
        return named(bands.real());
    }

    Map<String, Double> named(double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (String name : bands.names()) {
            named.put(name, values[named.size()]);
        }
        return named;
    }

    private double[] inOrder(Map<String, Double> values) {
        return bands.names().stream().mapToDouble(values::get).toArray();
    }

    /**
     * How far simulated paths are from the real span, 0 for equal: the mean over the facts of |simulated − real| over half the
     * width of the 90 % band, at most 5 each, and of Wasserstein-1 of daily returns over a tenth of their standard deviation.
     */
    public double score(double[][] paths) {
        return score(values(paths), wasserstein1(paths));
    }

    /** As above from {@link #values} and {@link #wasserstein1} of the paths. */
    public double score(Map<String, Double> values, double wasserstein1) {
        return score(inOrder(values), bands.real(), wasserstein1);
    }

    /** The score of facts against those of another series than the real one, on the scale of the real one. */
    double score(double[] typical, double[] from, double wasserstein1) {
        double daily = PathFact.deviation(real);
        return (bands.gaps(typical, from) + wasserstein1 / (NEAR * daily)) / (typical.length + 1);
    }

    /** How many of simulated values lie in their 90 % bands. */
    public int inside(Map<String, Double> values) {
        return bands.inside(inOrder(values));
    }

    /** Wasserstein-1 of daily returns from the real ones, in log returns. */
    public double wasserstein1(double[][] paths) {
        return Distances.wasserstein1(StylisedFacts.pooled(paths), real);
    }

    /** The real side for the play-back; what was generated is NaN. */
    public Playback.Scale playback() {
        double[] levels = Playback.levels();
        int[] lags = IntStream.rangeClosed(1, LAGS).toArray();
        double[] quantiles =
                Arrays.stream(levels).map(level -> Quantiles.of(real, level)).toArray();
        double[] acfAbs = LagCurve.ACF_ABS.mean(pieces.real(real), LAGS);
        return new Playback.Scale(bands.facts(none(), none(), none()), lags, acfAbs, levels, quantiles);
    }

    /** @param garch null where it could not be fitted */
    public List<Details.Fact> facts(double[][] generated, double[][] bootstrap, double[][] garch) {
        return bands.facts(
                bands.typical(ofGroups(generated)),
                bands.typical(ofGroups(bootstrap)),
                garch == null ? none() : bands.typical(ofGroups(garch)));
    }

    /** In the place of the facts of a simulator that there is not. */
    double[] none() {
        double[] none = new double[size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
