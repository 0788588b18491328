package io.riskloom.engine.model;

/**
 * How scores spread over bins, to compare later applicants with.
 *
 * @param edges  inner edges, ascending; bin i holds edges[i − 1] ≤ score < edges[i]
 * @param shares of the applicants in each bin, one more than there are edges, summing to 1
 * @param rows   how many applicants; 0 in runs of earlier versions, which did not tell
 */
public record ScoreBins(double[] edges, double[] shares, int rows) {

    /** Of a number of applicants that nobody knows. */
    public ScoreBins(double[] edges, double[] shares) {
        this(edges, shares, 0);
    }

    public ScoreBins {
        edges = edges.clone();
        shares = shares.clone();
        if (shares.length != edges.length + 1) {
            throw new IllegalArgumentException(shares.length + " shares for " + edges.length + " edges");
        }
    }

    @Override
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }
}
