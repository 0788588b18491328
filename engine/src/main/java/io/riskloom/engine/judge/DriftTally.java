package io.riskloom.engine.judge;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.WoeBins;
import io.riskloom.engine.model.ScoreBins;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.stats.Roc;
import io.riskloom.engine.stats.Stability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts the applicants of a second file in the bins of the training applicants, portion by portion: the score in its tenths,
 * each column in its bins of the scorecard, or in finer ones where that has one for all numbers ({@link FinerBins}). Indices are
 * those of {@link Stability}.
 */
public final class DriftTally {

    /** Index from which a population has moved (Siddiqi 2006). */
    private static final double MOVED = 0.1;

    private final ScoreBins expected;
    private final List<Counted> columns = new ArrayList<>();
    private double[] scores = new double[1024];
    private int size;

    /** @param blind whether its values can move without leaving their one bin */
    private record Counted(WoeBins bins, boolean blind, int[] expected, int[] actual) {}

    /**
     * @param card   whose bins are compared
     * @param fields of the model's encoder
     */
    public DriftTally(ScoreBins expected, Scorecard card, List<CreditEncoder.Field> fields) {
        this.expected = expected;
        for (Scorecard.Characteristic characteristic : card.characteristics()) {
            List<Scorecard.Bin> bins = FinerBins.of(characteristic, fields);
            int[] counts = bins.stream().mapToInt(bin -> bin.good() + bin.bad()).toArray();
            columns.add(new Counted(
                    woe(characteristic.column(), bins), FinerBins.single(bins), counts, new int[counts.length]));
        }
    }

    private static WoeBins woe(String column, List<Scorecard.Bin> bins) {
        boolean numeric = bins.stream().anyMatch(bin -> bin.kind().equals(WoeBins.RANGE));
        List<WoeBins.Bin> same = bins.stream()
                .map(b -> new WoeBins.Bin(b.kind(), b.low(), b.high(), b.levels(), b.good(), b.bad(), b.woe()))
                .toList();
        return new WoeBins(column, numeric, same);
    }

    /**
     * @param book   applicants of the second file; a column that it lacks is there with missing cells only
     * @param scores their probabilities of bad
     * @throws NoticeException where a column is of another kind than the scorecard's
     */
    public void add(CreditBook book, double[] scores) throws NoticeException {
        int[] rows = IntStream.range(0, book.size()).toArray();
        for (Counted column : columns) {
            for (int bin : column.bins().bins(book, rows)) {
                column.actual()[bin]++;
            }
        }
        if (size + scores.length > this.scores.length) {
            this.scores = Arrays.copyOf(this.scores, Math.max(2 * size, size + scores.length));
        }
        System.arraycopy(scores, 0, this.scores, size, scores.length);
        size += scores.length;
    }

    /**
     * @param outcomes of each applicant 1 where bad, 0 where good, −1 where not known; empty where the file does not tell
     * @param missing  names of columns that the file lacks
     * @param unseen   names of columns with levels that training never saw
     * @throws IllegalArgumentException where nobody was added
     */
    public Drift drift(byte[] outcomes, List<String> missing, List<String> unseen) {
        if (size == 0) {
            throw new IllegalArgumentException("no applicant to compare");
        }
        double[] all = Arrays.copyOf(scores, size);
        List<Drift.Column> drifted = columns.stream()
                .map(DriftTally::column)
                .sorted(Comparator.comparingDouble(
                        (Drift.Column column) -> Double.isNaN(column.index()) ? 0 : -column.index()))
                .toList();
        return new Drift(
                size,
                ScoreDeciles.psi(expected, all),
                ScoreDeciles.chance(expected, size),
                expected,
                ScoreDeciles.shares(expected, all),
                drifted,
                auc(all, outcomes),
                missing,
                unseen);
    }

    private static Drift.Column column(Counted counted) {
        double index = Stability.psi(counted.expected(), counted.actual());
        return new Drift.Column(
                counted.bins().column(),
                counted.blind() && index < MOVED ? Double.NaN : index,
                chance(counted.expected(), counted.actual()),
                counted.bins().bins().stream().map(BinLabel::of).toList(),
                shares(counted.expected()),
                shares(counted.actual()));
    }

    private static Stability.Chance chance(int[] expected, int[] actual) {
        int bins = (int) IntStream.range(0, expected.length)
                .filter(i -> expected[i] + actual[i] > 0)
                .count();
        return Stability.Chance.of(
                bins, Arrays.stream(expected).sum(), Arrays.stream(actual).sum());
    }

    private static double[] shares(int[] counts) {
        double sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(count -> count / sum).toArray();
    }

    /** NaN without outcomes of both kinds. */
    private static double auc(double[] scores, byte[] outcomes) {
        int[] known = IntStream.range(0, outcomes.length)
                .filter(i -> outcomes[i] >= 0)
                .toArray();
        boolean[] bad = new boolean[known.length];
        int bads = 0;
        for (int i = 0; i < known.length; i++) {
            bad[i] = outcomes[known[i]] == 1;
            bads += bad[i] ? 1 : 0;
        }
        double[] asked = Arrays.stream(known).mapToDouble(i -> scores[i]).toArray();
        return bads == 0 || bads == known.length ? Double.NaN : Roc.auc(asked, bad);
    }
}
