package io.riskloom.engine.feature;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A credit table as numbers for a network, fitted on training rows only. The inputs of a column lie side by side.
 *
 * <p>A numeric column gives its value by rank among the training values, mapped to a normal distribution and standardised;
 * a missing cell and a special code such as −999 stand in the middle and have an input of their own, 1 where they occur. On
 * request a column of few whole numbers also gives one input a value. A category gives one input for each level that the
 * training rows have, 1 for the row's own level, and one for a missing cell if training has such; a level that training
 * never saw is all zeros. Of a category with more than {@value CreditFields#MOST_LEVELS} levels only so many, the commonest, have an
 * input of their own; all others, those that training never saw too, share one. A record of plain values, so that it is stored beside the weights.
 *
 * @param fields one a column, in file order
 */
public record CreditEncoder(List<Field> fields) {

    public CreditEncoder {
        fields = List.copyOf(fields);
    }

    /** What an input says of its column. */
    public enum Kind {
        /** The value, 0 in the mean of the training rows. */
        NUMBER,
        /** 1 where the cell is missing. */
        MISSING,
        /** 1 where a number is this special code. */
        SPECIAL,
        /** 1 where a category is this level. */
        LEVEL,
        /** 1 where a category of many levels is none of the commonest. */
        OTHER,
        /** 1 where a number is this whole number. */
        CODE
    }

    /**
     * One input.
     *
     * @param level the category or the number, {@code *} for {@link Kind#OTHER}, empty for {@link Kind#NUMBER} and
     *     {@link Kind#MISSING}
     */
    public record Input(String column, Kind kind, String level) {
        String name() {
            return switch (kind) {
                case NUMBER -> column;
                case MISSING -> column + " = NA";
                case SPECIAL, LEVEL, OTHER, CODE -> column + " = " + level;
            };
        }
    }

    /**
     * How one column is encoded.
     *
     * @param column   name in the file
     * @param levels   of a category, in order of first appearance in the file; empty for numbers
     * @param numeric  whether the column holds numbers
     * @param gaps     whether missing cells get an input of their own
     * @param fill     what a missing number counts as before it is standardised
     * @param mean     of the training values, ranked where there are knots and filled
     * @param scale    their standard deviation (divisor n), 1 where they do not vary
     * @param knots    quantiles of the training values, ascending; empty in runs of earlier versions, whose numbers are not
     *     ranked
     * @param specials codes that stand for a missing number, ascending
     * @param codes    whole numbers with an input of their own, ascending
     * @param others   whether a category's other levels share an input
     */
    public record Field(
            String column,
            List<String> levels,
            boolean numeric,
            boolean gaps,
            double fill,
            double mean,
            double scale,
            List<Double> knots,
            List<Double> specials,
            List<Double> codes,
            boolean others) {
        public Field {
            levels = List.copyOf(levels);
            knots = known(knots);
            specials = known(specials);
            codes = known(codes);
        }

        /** Numbers that are standardised only. */
        public static Field number(String column, double mean, double scale) {
            return new Field(column, List.of(), true, false, mean, mean, scale, List.of(), List.of(), List.of(), false);
        }

        /** A category without an input for missing cells. */
        public static Field category(String column, List<String> levels) {
            return new Field(column, levels, false, false, 0, 0, 1, List.of(), List.of(), List.of(), false);
        }

        /** Empty where an earlier version wrote nothing. */
        private static List<Double> known(List<Double> numbers) {
            return numbers == null ? List.of() : List.copyOf(numbers);
        }
    }

    /** As {@link #fit(CreditBook, int[], boolean)} without inputs for single whole numbers. */
    public static CreditEncoder fit(CreditBook book, int[] rows) {
        return fit(book, rows, false);
    }

    /**
     * @param rows  the training rows, at least one; no other row is looked at
     * @param codes whether columns of 3 to 12 different whole numbers also give one input a number
     */
    public static CreditEncoder fit(CreditBook book, int[] rows, boolean codes) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no training row to fit an encoder on");
        }
        return new CreditEncoder(book.features().stream()
                .map(column -> switch (column) {
                    case CreditColumn.Numeric numbers -> CreditFields.numeric(numbers, rows, codes);
                    case CreditColumn.Categorical categories -> CreditFields.categorical(categories, rows);
                })
                .toList());
    }

    /** Number of inputs. */
    public int width() {
        return inputs().size();
    }

    /** What each input says. */
    public List<Input> inputs() {
        return fields.stream()
                .flatMap(field -> CreditFields.inputs(field).stream())
                .toList();
    }

    /** A label for each input: {@code age}, {@code age = NA} for its gaps, {@code housing = own} for a level. */
    public List<String> names() {
        return inputs().stream().map(Input::name).toList();
    }

    /** The file's column behind each input, so that reasons can be summed by column. */
    public List<String> columns() {
        return inputs().stream().map(Input::column).toList();
    }

    /** For each column whether it holds numbers, so that a file to be scored is read as the training file was. */
    public Map<String, Boolean> numeric() {
        Map<String, Boolean> numeric = new HashMap<>();
        fields.forEach(field -> numeric.put(field.column(), field.numeric()));
        return numeric;
    }

    /** Names of the categories whose rarer levels share an input. */
    public List<String> pooled() {
        return fields.stream().filter(Field::others).map(Field::column).toList();
    }

    /**
     * {@code credit.note.unseen} (column, rows) for each column of the book with levels that training never saw, where these
     * share no input with rare ones.
     */
    public List<Notice> unseen(CreditBook book) {
        List<Notice> notes = new ArrayList<>();
        for (CreditColumn column : book.features()) {
            for (Field field : fields) {
                if (!field.numeric()
                        && !field.others()
                        && field.column().equals(column.name())
                        && column instanceof CreditColumn.Categorical categories) {
                    int rows = CreditFields.unseen(categories, field.levels());
                    if (rows > 0) {
                        notes.add(Notice.of("credit.note.unseen", field.column(), rows));
                    }
                }
            }
        }
        return notes;
    }

    /** Columns that the book lacks, in the order of training. */
    public List<String> absent(CreditBook book) {
        List<String> names = book.features().stream().map(CreditColumn::name).toList();
        return fields.stream()
                .map(Field::column)
                .filter(column -> !names.contains(column))
                .toList();
    }

    /**
     * Every row of a book as inputs, rows × {@link #width}.
     *
     * @throws NoticeException {@code credit.error.missingColumn} (columns, file) where the book lacks some,
     *     {@code credit.error.columnType} (column, file, text found) where numbers are expected and the book has
     *     categories, {@code credit.error.columnNumbers} (column, file) the other way round
     */
    public float[][] encode(CreditBook book) throws NoticeException {
        return encode(book, all(book));
    }

    /** As {@link #encode(CreditBook)} for some rows, in the order given. */
    public float[][] encode(CreditBook book, int[] rows) throws NoticeException {
        List<String> absent = absent(book);
        if (!absent.isEmpty()) {
            throw new NoticeException(
                    Notice.of("credit.error.missingColumn", String.join(", ", absent), fileName(book)));
        }
        return encodeKnown(book, rows);
    }

    /** As {@link #encode(CreditBook)}; every cell of a column that the book lacks counts as missing. */
    public float[][] encodeKnown(CreditBook book) throws NoticeException {
        return encodeKnown(book, all(book));
    }

    /** As {@link #encodeKnown(CreditBook)} for some rows, in the order given. */
    public float[][] encodeKnown(CreditBook book, int[] rows) throws NoticeException {
        Map<String, CreditColumn> columns = new HashMap<>();
        book.features().forEach(column -> columns.put(column.name(), column));
        float[][] out = new float[rows.length][width()];
        int at = 0;
        for (Field field : fields) {
            Optional<CreditColumn> column = Optional.ofNullable(columns.get(field.column()));
            at = field.numeric()
                    ? CreditCells.numbers(
                            field, CreditFields.numbers(column, book.size(), fileName(book)), rows, out, at)
                    : CreditCells.levels(
                            field,
                            CreditFields.codes(column, field.levels(), book.size(), fileName(book)),
                            rows,
                            out,
                            at);
        }
        return out;
    }

    private static int[] all(CreditBook book) {
        return IntStream.range(0, book.size()).toArray();
    }

    private static String fileName(CreditBook book) {
        return String.valueOf(Path.of(book.source().path()).getFileName());
    }
}
