package io.riskloom.engine.feature;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column of applicants in bins of like risk, each with its weight of evidence WoE = ln(share of all good / share of all
 * bad), so that a higher one is better (Siddiqi 2006). Every value has a bin: the last ones of a column are for its special
 * codes, missing cells and, of a category, levels that training never saw; those that no training applicant was in have a
 * WoE of 0, the portfolio's own odds, but for a level never seen, which has that of the rare levels where training had enough.
 *
 * @param numeric whether the column holds numbers
 * @param bins    ranges ascending, or levels from the worst bin to the best, then the others
 */
public record WoeBins(String column, boolean numeric, List<Bin> bins) {

    public static final String RANGE = "range";
    public static final String LEVELS = "levels";
    public static final String SPECIAL = "special";
    public static final String MISSING = "missing";
    public static final String OTHER = "other";

    public WoeBins {
        bins = List.copyOf(bins);
    }

    /**
     * @param kind   {@link #RANGE} (low ≤ value < high), {@link #LEVELS}, {@link #SPECIAL}, {@link #MISSING} or
     *     {@link #OTHER}
     * @param low    of a range, negative infinity for the first; the code of a special one; else NaN
     * @param high   of a range, positive infinity for the last; the code of a special one; else NaN
     * @param levels of a categorical bin, else empty
     * @param good   training applicants
     * @param bad    training applicants
     * @param woe    from counts half an applicant higher where the bin lacks one class
     */
    public record Bin(String kind, double low, double high, List<String> levels, int good, int bad, double woe) {
        public Bin {
            levels = List.copyOf(levels);
        }
    }

    /**
     * Bins whose share of bad rises or falls from each to the next, fitted on some rows and seeing no other: {@link
     * WoeBinning} says how.
     *
     * @param bad  one a row of the column
     * @param rows training rows with both classes
     * @param most ranges or bins of levels, at least 1; special codes and missing cells come on top
     */
    public static WoeBins fit(CreditColumn column, boolean[] bad, int[] rows, int most) {
        return new WoeBinning(bad, rows, most).bins(column);
    }

    /** Σ (share of all good − share of all bad) · WoE over the bins with applicants, 0 for a column that tells nothing. */
    public double informationValue() {
        double good = bins.stream().mapToInt(Bin::good).sum();
        double bad = bins.stream().mapToInt(Bin::bad).sum();
        return bins.stream()
                .mapToDouble(bin -> (bin.good() / good - bin.bad() / bad) * bin.woe())
                .sum();
    }

    /**
     * Place in {@link #bins} of some rows of a book.
     *
     * @throws NoticeException {@code credit.error.missingColumn} (column, file), {@code credit.error.columnType} (column,
     *     file, text found) or {@code credit.error.columnNumbers} (column, file)
     */
    public int[] bins(CreditBook book, int[] rows) throws NoticeException {
        String file = String.valueOf(Path.of(book.source().path()).getFileName());
        Optional<CreditColumn> found =
                book.features().stream().filter(c -> c.name().equals(column)).findFirst();
        if (found.isEmpty()) {
            throw new NoticeException(Notice.of("credit.error.missingColumn", column, file));
        }
        if (numeric) {
            return ofNumbers(CreditFields.numbers(found, book.size(), file), rows);
        }
        List<String> levels =
                bins.stream().flatMap(bin -> bin.levels().stream()).toList();
        return ofLevels(CreditFields.codes(found, levels, book.size(), file), rows);
    }

    private int[] ofNumbers(double[] values, int[] rows) {
        double[] edges = bins.stream()
                .filter(bin -> bin.kind().equals(RANGE))
                .skip(1)
                .mapToDouble(Bin::low)
                .toArray();
        double[] codes = bins.stream()
                .filter(bin -> bin.kind().equals(SPECIAL))
                .mapToDouble(Bin::low)
                .toArray();
        int special = first(SPECIAL);
        int missing = first(MISSING);
        return Arrays.stream(rows)
                .map(row -> {
                    double value = values[row] + 0.0;
                    int code = Arrays.binarySearch(codes, value);
                    int edge = Arrays.binarySearch(edges, value);
                    int range = edge < 0 ? -edge - 1 : edge + 1;
                    return Double.isNaN(value) ? missing : code >= 0 ? special + code : range;
                })
                .toArray();
    }

    /** Codes count through the levels of all bins, then comes a missing cell; below 0 is another level. */
    private int[] ofLevels(int[] codes, int[] rows) {
        int[] binOf = IntStream.range(0, bins.size())
                .flatMap(i -> bins.get(i).levels().stream().mapToInt(level -> i))
                .toArray();
        int missing = first(MISSING);
        int other = first(OTHER);
        return Arrays.stream(rows)
                .map(row -> codes[row])
                .map(code -> code < 0 ? other : code < binOf.length ? binOf[code] : missing)
                .toArray();
    }

    private int first(String kind) {
        return IntStream.range(0, bins.size())
                .filter(i -> bins.get(i).kind().equals(kind))
                .findFirst()
                .orElse(-1);
    }

    /** WoE of some rows of a book; errors as {@link #bins(CreditBook, int[])}. */
    public double[] woe(CreditBook book, int[] rows) throws NoticeException {
        return Arrays.stream(bins(book, rows))
                .mapToDouble(i -> bins.get(i).woe())
                .toArray();
    }
}
