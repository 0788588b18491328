package io.riskloom.engine.stats;

/** Difference of two independent shares with its 95 % interval. */
public record ProportionDifference(double value, double low, double high) {

    /**
     * a − b with Newcombe's hybrid score interval (Newcombe 1998, method 10) from both Wilson intervals: low = d − √((a −
     * low(a))² + (high(b) − b)²), high = d + √((high(a) − a)² + (b − low(b))²). All NaN where one of them has no case.
     */
    public static ProportionDifference newcombe(Proportion a, Proportion b) {
        if (a.n() == 0 || b.n() == 0) {
            return new ProportionDifference(Double.NaN, Double.NaN, Double.NaN);
        }
        double d = a.value() - b.value();
        return new ProportionDifference(
                d,
                d - Math.hypot(a.value() - a.low(), b.high() - b.value()),
                d + Math.hypot(a.high() - a.value(), b.value() - b.low()));
    }
}
