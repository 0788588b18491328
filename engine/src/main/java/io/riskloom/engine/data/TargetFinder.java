package io.riskloom.engine.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the target of a credit table, by the settings first, then by names, then by place and values. */
final class TargetFinder {

    /** A target has no more classes than this unless the settings say which are bad. */
    private static final int MOST = 10;

    private static final int MOST_GIVEN = 1000;

    private final Sheet sheet;
    private final Roles roles;

    TargetFinder(Sheet sheet, Roles roles) {
        this.sheet = sheet;
        this.roles = roles;
    }

    /** The column of best rank whose classes can be told apart. */
    Optional<Target> named() {
        return ranked().stream().flatMap(i -> of(i, true).stream()).findFirst();
    }

    /** The last, else the first column where its texts are of the usual ones: 0/1, yes/no, good/bad, +/−. */
    Optional<Target> placed() {
        return IntStream.of(sheet.plans().size() - 1, 0)
                .filter(i -> possible(i) && !hasOtherPart(i))
                .boxed()
                .flatMap(i -> of(i, false).stream())
                .filter(t -> t.basis() == Target.Basis.TEXTS || t.basis() == Target.Basis.GIVEN || t.usual())
                .findFirst();
    }

    /** A column called as a target of which one must ask which classes are bad; −1 without one. */
    int asked() {
        return ranked().stream()
                .filter(i -> classes(i).size() > 2 && !classes(i).more())
                .filter(i -> of(i, true).isEmpty())
                .filter(i -> !TargetNames.loose(name(i)) || placed().isEmpty())
                .findFirst()
                .orElse(-1);
    }

    /**
     * The column that the settings name, or the best one.
     *
     * @throws DataException where there is none, where the named one is not in the file, or where its classes cannot be told
     *     apart
     */
    Target find() throws DataException {
        String given = sheet.settings().target();
        if (given.isEmpty() && roles.first("target") >= 0) {
            return chosen(roles.first("target"));
        }
        if (!given.isEmpty()) {
            int column = IntStream.range(0, sheet.plans().size())
                    .filter(i -> name(i).equals(given))
                    .findFirst()
                    .orElse(-1);
            if (column < 0) {
                throw error("data.error.targetMissing", 1, given, given, names());
            }
            return chosen(column);
        }
        Optional<Target> named = named();
        if (named.isPresent()) {
            return named.get();
        }
        if (asked() >= 0) {
            return chosen(asked());
        }
        for (int i : ranked()) {
            if (classes(i).size() == 1) { // rather than take another column for it
                return chosen(i);
            }
        }
        return placed().orElseThrow(() -> error("data.error.noTarget", 0, "", "", names()));
    }

    private Target chosen(int column) throws DataException {
        String name = name(column);
        Classes classes = classes(column);
        if (classes.size() == 0) {
            throw error("data.error.targetEmpty", 0, name, "", "");
        } else if (classes.size() == 1) {
            throw error("data.error.oneClass", 0, name, "", classes.texts().getFirst());
        }
        Optional<Target> target = of(column, true);
        if (target.isPresent()) {
            return target.get();
        }
        List<String> bad = sheet.settings().bad();
        String texts = String.join(", ", classes.texts().stream().limit(MOST).toList())
                + (classes.more() || classes.size() > MOST ? ", …" : "");
        if (bad.isEmpty()) {
            String count = classes.more() ? "> " + MOST : String.valueOf(classes.size());
            throw error("data.error.manyClasses", 0, name, texts, count);
        }
        String found = String.join(", ", bad);
        throw error("data.error.badMissing", 0, name, texts, found);
    }

    /** Columns whose names are those of targets, the most telling first. */
    private List<Integer> ranked() {
        return IntStream.range(0, sheet.plans().size())
                .boxed()
                .filter(this::possible)
                .filter(i -> TargetNames.rank(name(i)) >= 0)
                .sorted(Comparator.comparingInt(i -> TargetNames.rank(name(i))))
                .toList();
    }

    private boolean possible(int column) {
        return roles.open(column) && sheet.plans().get(column).type() != ColumnPlan.Type.DATE;
    }

    /** Called as a price, a ticker or an identifier. */
    private boolean hasOtherPart(int column) {
        boolean text = sheet.plans().get(column).type() == ColumnPlan.Type.TEXT;
        return PriceNames.quoted(name(column))
                || (text && Headings.symbol(name(column)))
                || Identifiers.is(sheet, column);
    }

    private Optional<Target> of(int column, boolean named) {
        List<String> bad = sheet.settings().bad();
        return bad.isEmpty()
                ? Target.of(column, name(column), classes(column), named)
                : Target.given(column, classes(column), bad, named);
    }

    private Classes classes(int column) {
        return Classes.of(sheet.column(column), sheet.settings().bad().isEmpty() ? MOST : MOST_GIVEN);
    }

    private String name(int column) {
        return sheet.plans().get(column).name();
    }

    private String names() {
        return String.join(", ", sheet.plans().stream().map(ColumnPlan::name).toList());
    }

    private DataException error(String key, int line, String column, String expected, String found) {
        return new DataException(key, sheet.file().name(), line, column, expected, found);
    }
}
