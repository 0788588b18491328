package io.riskloom.engine.feature;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a credit book by the values of one column. A row without a value is a group of its own.
 *
 * @param numbers one a row, −1 for a row without a value; rows of the same number belong together
 */
public record CreditGroups(int[] numbers) {

    public CreditGroups {
        numbers = numbers.clone();
    }

    /** Empty where the book has no feature of that name. */
    public static Optional<CreditGroups> of(CreditBook book, String column) {
        return book.features().stream()
                .filter(feature -> feature.name().equals(column))
                .findFirst()
                .map(CreditGroups::of);
    }

    private static CreditGroups of(CreditColumn column) {
        return switch (column) {
            case CreditColumn.Categorical categories -> new CreditGroups(categories.codes());
            case CreditColumn.Numeric numbers -> {
                Map<Double, Integer> known = new HashMap<>();
                yield new CreditGroups(Arrays.stream(numbers.values())
                        .mapToInt(v -> Double.isNaN(v) ? -1 : known.computeIfAbsent(v + 0.0, key -> known.size()))
                        .toArray());
            }
        };
    }

    /** The book without the column: a value that no other part has tells a model nothing. */
    public static CreditBook without(CreditBook book, String column) {
        return new CreditBook(
                book.name(),
                book.features().stream()
                        .filter(feature -> !feature.name().equals(column))
                        .toList(),
                book.target(),
                book.goodLabel(),
                book.badLabel(),
                book.bad(),
                book.setAside(),
                book.source(),
                book.dateColumn(),
                book.dates());
    }

    @Override
    public int[] numbers() {
        return numbers.clone();
    }

    /** Rows without a value count one each. */
    public int count() {
        long alone = Arrays.stream(numbers).filter(n -> n < 0).count();
        return (int)
                (alone + Arrays.stream(numbers).filter(n -> n >= 0).distinct().count());
    }
}
