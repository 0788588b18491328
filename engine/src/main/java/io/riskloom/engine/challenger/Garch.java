package io.riskloom.engine.challenger;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.hipparchus.special.Gamma;

/**
 * GARCH(1,1) with Student-t innovations (Bollerslev 1986, 1987): r(t) = μ + σ(t) z(t), σ²(t) = ω + α (r(t−1) − μ)² + β
 * σ²(t−1), z of unit variance with ν degrees of freedom.
 *
 * @param mu    mean of the daily log returns
 * @param omega above 0
 * @param alpha at least 0
 * @param beta  at least 0; α + β below 1
 * @param nu    above 2
 * @param logLikelihood of the returns it was fitted on
 */
public record Garch(double mu, double omega, double alpha, double beta, double nu, double logLikelihood) {

    /** Fewest returns that a fit is asked of. */
    public static final int LEAST = 250;

    private static final double MOST_NU = 200;
    /** Deviation in the long run over that of the sample. */
    private static final double CREDIBLE = 1.5;
    /** Variance of a day at which a price counts as fixed. */
    private static final double LEAST_VARIANCE = 1e-16;

    /**
     * Maximum likelihood, the variance started at the sample variance, by a downhill simplex from three starts over
     * (μ, ln of the variance level, persistence and its split between α and β, ν).
     *
     * @param returns daily log returns, finite
     * @throws NoticeException {@code challenger.error.tooShort} (rows, needed) for fewer than 250 returns,
     *     {@code challenger.error.constant} where they do not vary
     */
    public static Garch fit(double[] returns) throws NoticeException {
        if (returns.length < LEAST) {
            throw new NoticeException(Notice.of("challenger.error.tooShort", returns.length + 1, LEAST + 1));
        }
        double mean = Arrays.stream(returns).average().getAsDouble();
        double variance = variance(returns, mean);
        if (!(variance > LEAST_VARIANCE)) {
            throw new NoticeException(Notice.of("challenger.error.constant"));
        }
        return fitted(returns, mean, Math.sqrt(variance));
    }

    /** As {@link #fit}, empty where that would refuse: a series that trades at a fixed price has no GARCH. */
    public static Optional<Garch> possible(double[] returns) {
        double mean = Arrays.stream(returns).average().orElse(0);
        double variance = variance(returns, mean);
        return returns.length >= LEAST && variance > LEAST_VARIANCE
                ? Optional.of(fitted(returns, mean, Math.sqrt(variance)))
                : Optional.empty();
    }

    private static double variance(double[] returns, double mean) {
        return Arrays.stream(returns)
                .map(r -> (r - mean) * (r - mean))
                .average()
                .orElse(0);
    }

    private static Garch fitted(double[] returns, double mean, double deviation) {
        double[] step = {0.5, 0.5, 1, 1, 1};
        Garch best = null;
        for (double persistence : new double[] {0.8, 0.95, 0.99}) {
            double[] start = {0, 0, logit(persistence), logit(0.1), Math.log(6)};
            double[] found =
                    NelderMead.minimise(p -> -of(p, mean, deviation, returns).logLikelihood(), start, step, 2000);
            Garch candidate = of(found, mean, deviation, returns);
            if (best == null || candidate.logLikelihood() > best.logLikelihood()) {
                best = candidate;
            }
        }
        return best;
    }

    /**
     * From unbounded parameters: μ and the variance level in units of the sample, logits of α + β and of α's part, ln(ν
     * − 2).
     */
    private static Garch of(double[] p, double mean, double deviation, double[] returns) {
        double mu = mean + 0.1 * p[0] * deviation;
        double level = deviation * deviation * Math.exp(p[1]);
        double persistence = 0.9999 * logistic(p[2]);
        double alpha = persistence * logistic(p[3]);
        double omega = level * (1 - persistence);
        double nu = Math.min(MOST_NU, 2.01 + Math.exp(Math.min(p[4], 50)));
        Garch parameters = new Garch(mu, omega, alpha, persistence - alpha, nu, Double.NaN);
        return new Garch(mu, omega, alpha, persistence - alpha, nu, parameters.logLikelihoodOf(returns));
    }

    /** Log-likelihood of returns under these parameters, σ²(1) being the sample variance around the sample mean. */
    public double logLikelihoodOf(double[] returns) {
        double variance = variance(returns, Arrays.stream(returns).average().getAsDouble());
        double constant = Gamma.logGamma((nu + 1) / 2) - Gamma.logGamma(nu / 2) - 0.5 * Math.log(Math.PI * (nu - 2));
        double sum = 0;
        for (double r : returns) {
            double e = r - mu;
            sum += constant - 0.5 * Math.log(variance) - (nu + 1) / 2 * Math.log1p(e * e / (variance * (nu - 2)));
            variance = omega + alpha * e * e + beta * variance;
        }
        return sum;
    }

    /** As {@link #variances(double[], int)}, started at the sample variance of all returns. */
    public double[] variances(double[] returns) {
        return variances(returns, returns.length);
    }

    /**
     * Conditional variances of returns under these parameters.
     *
     * @param returns daily log returns
     * @param known   how many of the first ones may set the first variance, which is their sample variance around their mean
     * @return one value more than returns: the last is the variance of the day after them
     */
    public double[] variances(double[] returns, int known) {
        double mean = Arrays.stream(returns, 0, known).average().orElseThrow();
        double[] variances = new double[returns.length + 1];
        for (int t = 0; t < known; t++) {
            variances[0] += (returns[t] - mean) * (returns[t] - mean) / known;
        }
        for (int t = 0; t < returns.length; t++) {
            variances[t + 1] = next(variances[t], returns[t] - mu);
        }
        return variances;
    }

    /** ω / (1 − α − β), the variance in the long run. */
    public double stationary() {
        return omega / (1 - alpha - beta);
    }

    /**
     * These parameters as simulations over many days take them. With a persistence near 1 the likelihood hardly knows the level in
     * the long run: of 20 years of the S&P 500 with the spring of 2020 it puts it at 3.5 % a day, where the days themselves moved by
     * 1.25 %. Where the deviation in the long run is more than {@value #CREDIBLE} times that of the returns, or less than its
     * inverse, the level is theirs: ω = s²(1 − α − β), variance targeting (Francq, Horváth and Zakoïan 2011).
     *
     * @param returns that these parameters were fitted on
     * @return this where its own level is credible
     */
    public Garch settled(double[] returns) {
        double sample = variance(returns, Arrays.stream(returns).average().orElseThrow());
        double ratio = Math.sqrt(stationary() / sample);
        if (ratio <= CREDIBLE && ratio >= 1 / CREDIBLE) {
            return this;
        }
        Garch settled = new Garch(mu, sample * (1 - alpha - beta), alpha, beta, nu, Double.NaN);
        return new Garch(mu, settled.omega, alpha, beta, nu, settled.logLikelihoodOf(returns));
    }

    private double next(double variance, double e) {
        return omega + alpha * e * e + beta * variance;
    }

    /**
     * Simulated daily log returns, each path started at a variance that 500 simulated days have led to.
     *
     * @return paths × length; the same seed gives the same paths
     */
    public double[][] paths(int paths, int length, long seed) {
        return paths(paths, length, stationary(), 500, seed);
    }

    /** As above, each path started at the variance of its first day, such as the last of {@link #variances}. */
    public double[][] pathsFrom(double variance, int paths, int length, long seed) {
        return paths(paths, length, variance, 0, seed);
    }

    /** As above, each path started at one of some variances, such as those of {@link #variances}, drawn evenly. */
    public double[][] pathsFromAny(double[] variances, int paths, int length, long seed) {
        return paths(paths, length, random -> variances[random.nextInt(variances.length)], 0, seed);
    }

    private double[][] paths(int paths, int length, double start, int warmUp, long seed) {
        return paths(paths, length, random -> start, warmUp, seed);
    }

    private double[][] paths(int paths, int length, ToDoubleFunction<SplittableRandom> start, int warmUp, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[paths][length];
        for (double[] path : out) {
            double variance = start.applyAsDouble(random);
            for (int t = -warmUp; t < length; t++) {
                double e = Math.sqrt(variance) * innovation(random);
                if (t >= 0) {
                    path[t] = mu + e;
                }
                variance = next(variance, e);
            }
        }
        return out;
    }

    /** Student's t of unit variance by Bailey's polar method (1994), which takes any ν. */
    private double innovation(SplittableRandom random) {
        double u;
        double w;
        do {
            u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            w = u * u + v * v;
        } while (w > 1 || w == 0);
        double t = u * Math.sqrt(nu * (Math.pow(w, -2 / nu) - 1) / w);
        return t * Math.sqrt((nu - 2) / nu);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
