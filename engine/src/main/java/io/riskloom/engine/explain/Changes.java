package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Single changes of one applicant that a search may choose from.
 *
 * @param applicant his inputs as they are
 * @param all       no two of the same column and value
 */
record Changes(float[] applicant, List<Change> all) {

    /** Numbers a column. */
    private static final int NUMBERS = 15;

    /** Share of the training applicants whose extreme numbers are no advice, on each side of a column of many. */
    private static final double OUTER = 0.05;

    /** Of the training applicants, that a level must have. */
    private static final double SHARE = 0.01;

    /** How far another category is, where the ends of a column of numbers are 1 apart. */
    private static final double OTHER_LEVEL = 0.5;

    /**
     * @param column   index among the model's
     * @param distance share of the training applicants between the two numbers, in [0, 1]; of categories
     *     {@value Changes#OTHER_LEVEL}; 1 from a missing number
     * @param inputs   of the applicant with this change alone
     */
    record Change(int column, String from, String to, double distance, float[] inputs) {}

    /**
     * @param values   book of the training applicants
     * @param training rows whose numbers, at up to {@value #NUMBERS} evenly spaced ranks without the extremes, and whose levels of {@value #SHARE}
     *     and more are tried; special codes and missing cells are not
     * @param book     of the applicant
     * @param fixed    columns that cannot change
     */
    static Changes of(
            CreditEncoder encoder, CreditBook values, int[] training, CreditBook book, int row, Set<String> fixed)
            throws NoticeException {
        List<String> columns = Inputs.of(encoder).columns();
        List<Change> all = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            String name = columns.get(c);
            boolean known =
                    book.features().stream().anyMatch(column -> column.name().equals(name));
            if (known && !fixed.contains(name)) {
                TrainingValues had = TrainingValues.of(values, name, training).without(Books.specials(encoder, name));
                all.addAll(of(encoder, c, had, training.length, book, row));
            }
        }
        return new Changes(encoder.encodeKnown(book, new int[] {row})[0], all);
    }

    private static List<Change> of(
            CreditEncoder encoder, int c, TrainingValues had, int training, CreditBook book, int row)
            throws NoticeException {
        CreditColumn own = Books.column(book, encoder.fields().get(c).column());
        String from = Reasons.text(own, row);
        List<CreditColumn> others = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        if (own instanceof CreditColumn.Numeric numbers) {
            double now = numbers.values()[row];
            for (double value : had.spread(NUMBERS, OUTER)) {
                if (value != now) {
                    others.add(Books.constant(own.name(), value, 1));
                    distances.add(Double.isNaN(now) ? 1 : Math.abs(had.rank(value) - had.rank(now)));
                }
            }
        } else {
            IntStream.range(0, had.levels().size())
                    .filter(i -> had.counts()[i] >= SHARE * training)
                    .mapToObj(had.levels()::get)
                    .filter(level -> !level.equals(from))
                    .forEach(level -> {
                        others.add(Books.constant(own.name(), level, 1));
                        distances.add(OTHER_LEVEL);
                    });
        }
        CreditBook alone = Books.of(book, new int[] {row});
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            float[] inputs = encoder.encodeKnown(Books.with(alone, others.get(i)))[0];
            changes.add(new Change(c, from, Reasons.text(others.get(i), 0), distances.get(i), inputs));
        }
        return changes;
    }

    /** The applicant with some of the changes. */
    void apply(Inputs columns, int[] chosen, float[] into) {
        System.arraycopy(applicant, 0, into, 0, into.length);
        Arrays.stream(chosen)
                .mapToObj(all::get)
                .forEach(change -> columns.copy(change.column(), change.inputs(), into));
    }

    double distance(int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> all.get(i).distance()).sum();
    }

    /** Whether a change's column is among those changed already. */
    boolean taken(int[] chosen, int change) {
        return Arrays.stream(chosen)
                .anyMatch(i -> all.get(i).column() == all.get(change).column());
    }

    /** The same changes, but for other values of the column at one place. */
    List<int[]> others(int[] chosen, int place) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).column() == all.get(chosen[place]).column() && i != chosen[place])
                .mapToObj(i -> {
                    int[] other = chosen.clone();
                    other[place] = i;
                    return other;
                })
                .toList();
    }
}
