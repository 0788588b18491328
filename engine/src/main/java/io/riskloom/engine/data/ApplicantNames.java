package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a long file tell applicants apart, by their names and its first rows, as {@link Identifiers} for a whole one; and
 * which one tells what became of them.
 */
final class ApplicantNames {

    private static final int ROWS = 2_000;

    private final List<String> names;
    private final ReadSettings settings;
    private final Set<String> known;
    private final List<Set<String>> distinct = new ArrayList<>();
    private final boolean[] fractions;
    private int rows;

    private ApplicantNames(List<String> names, ReadSettings settings, Set<String> known) {
        this.names = names;
        this.settings = settings;
        this.known = known;
        this.fractions = new boolean[names.size()];
        names.forEach(name -> distinct.add(new HashSet<>()));
    }

    /** @param known columns of the model, which are neither */
    static ApplicantNames of(Opened first, ReadSettings settings, Set<String> known) throws DataException {
        ApplicantNames found = new ApplicantNames(first.frame().names(), settings, known);
        Body body = first.body(Progress.NONE, 0, 0);
        Row row = new Row();
        while (found.rows < ROWS && body.next(row)) {
            found.add(row);
        }
        return found;
    }

    private void add(Row row) {
        rows++;
        for (int i = 0; i < names.size(); i++) {
            boolean likely = Headings.id(names.get(i)) || unnamed(i);
            if (likely && !Cells.missing(row.text, row.start(i), row.length(i))) {
                Numbers.Kind kind = Numbers.kind(row.text, row.start(i), row.length(i));
                fractions[i] |= kind != Numbers.Kind.NOT && kind != Numbers.Kind.WHOLE;
                distinct.get(i).add(row.cell(i));
            }
        }
    }

    private boolean unnamed(int column) {
        return column == 0 && names.get(0).equals("#1");
    }

    List<String> identifiers() {
        List<String> identifiers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (role(name).equals("id") || (open(name) && !name.equals(settings.target()) && likely(i))) {
                identifiers.add(name);
            }
        }
        return identifiers;
    }

    /** The one that the settings name, else the one whose name speaks most for it; empty where none does. */
    String target() {
        Optional<String> given = names.stream()
                .filter(name -> name.equals(settings.target()) || role(name).equals("target"))
                .findFirst();
        if (given.isPresent() || !settings.target().isEmpty()) {
            return given.orElse("");
        }
        return names.stream()
                .filter(name -> open(name) && TargetNames.rank(name) >= 0)
                .min(Comparator.comparingInt(TargetNames::rank))
                .orElse("");
    }

    private String role(String name) {
        return settings.roles().getOrDefault(name, "");
    }

    private boolean open(String name) {
        return role(name).isEmpty() && !known.contains(name);
    }

    private boolean likely(int column) {
        int different = distinct.get(column).size();
        boolean apart = unnamed(column) ? different == rows : 2 * different > rows;
        return apart && different > 0 && !fractions[column];
    }
}
