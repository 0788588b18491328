package io.riskloom.app.credit;

import io.riskloom.app.text.Csv;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Classification;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A run's test applicants by how unusual they are. */
final class AnomalyScores {

    /** Columns named beside an applicant in a file. */
    private static final int REASONS = 3;

    private final Details.OfAnomaly details;
    private final int[] rows;
    private final double[] scores;
    private final boolean[] bad;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<double[]> plain = new ArrayList<>();

    AnomalyScores(Details.OfAnomaly details) {
        this.details = details;
        this.rows = details.rows();
        this.scores = details.score();
        this.bad = details.bad();
        for (int i = 0; i < rows.length; i++) {
            places.put(rows[i], i);
        }
        details.plain().forEach(model -> plain.add(model.probabilityBad()));
    }

    int size() {
        return rows.length;
    }

    /** Whether the file says who was bad. */
    boolean labelled() {
        return bad.length > 0;
    }

    /** The run's own alarm. */
    double alarm() {
        return details.alarm();
    }

    /** How many score at or above the alarm. */
    int alarmed(double alarm) {
        return (int) Arrays.stream(scores).filter(score -> score >= alarm).count();
    }

    /** By the label; without one nothing can be said. */
    Classification.Confusion at(double alarm) {
        return Classification.confusion(scores, bad, alarm);
    }

    /** Rows of the file from 0, the most unusual applicant first; of equal ones the first of the file. */
    int[] strangest(int most) {
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> rows[i]))
                .limit(most)
                .mapToInt(i -> rows[i])
                .toArray();
    }

    double score(int row) {
        return scores[places.get(row)];
    }

    boolean bad(int row) {
        return bad[places.get(row)];
    }

    /** Share of the test applicants to whom the first plain model gives a lower score; NaN where there is none. */
    double plain(int row) {
        if (plain.isEmpty()) {
            return Double.NaN;
        }
        double[] theirs = plain.getFirst();
        double own = theirs[places.get(row)];
        return (double) Arrays.stream(theirs).filter(score -> score < own).count() / theirs.length;
    }

    /** Share of each bin of [0, 1]; all applicants, or those of a class. */
    double[] histogram(int bins) {
        return histogram(bins, IntStream.range(0, rows.length).toArray());
    }

    double[] histogram(int bins, boolean ofBad) {
        return histogram(
                bins,
                IntStream.range(0, rows.length).filter(i -> bad[i] == ofBad).toArray());
    }

    private double[] histogram(int bins, int[] who) {
        double[] shares = new double[bins];
        for (int i : who) {
            shares[Math.min(bins - 1, (int) (scores[i] * bins))] += 1.0 / who.length;
        }
        return shares;
    }

    /**
     * Every test applicant, the most unusual first: row (of data, from 1), score, the first plain model's, what came where it is
     * known, the decision, and of the applicants explained their most unusual columns.
     */
    void csv(double alarm, List<Strangeness> explained, Writer out) throws IOException {
        Map<Integer, Strangeness> known = new HashMap<>();
        explained.forEach(one -> known.put(one.row(), one));
        List<String> head = new ArrayList<>(List.of("row", "score"));
        details.plain().forEach(model -> head.add(model.name()));
        if (labelled()) {
            head.add("bad");
        }
        head.add("decision");
        for (int k = 1; k <= REASONS; k++) {
            head.add("reason_" + k);
        }
        out.write(String.join(",", head) + "\n");
        for (int row : strangest(size())) {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(row + 1), Csv.number(score(row))));
            plain.forEach(theirs -> cells.add(Csv.number(theirs[places.get(row)])));
            if (labelled()) {
                cells.add(bad(row) ? "1" : "0");
            }
            cells.add(score(row) >= alarm ? "alarm" : "usual");
            cells.addAll(reasons(known.get(row)));
            out.write(String.join(",", cells) + "\n");
        }
    }

    private static List<String> reasons(Strangeness strange) {
        return IntStream.range(0, REASONS)
                .mapToObj(k -> strange == null || k >= strange.parts().size()
                        ? ""
                        : Csv.text(strange.parts().get(k).column() + "="
                                + strange.parts().get(k).value()))
                .toList();
    }
}
