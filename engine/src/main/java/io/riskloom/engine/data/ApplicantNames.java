package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which columns of a long file tell applicants apart, by their names and its first rows; as {@link Identifiers} for a whole one. */
final class ApplicantNames {

    private static final int ROWS = 2_000;

    private final List<String> names;
    private final List<Set<String>> distinct = new ArrayList<>();
    private final boolean[] fractions;
    private int rows;

    private ApplicantNames(List<String> names) {
        this.names = names;
        this.fractions = new boolean[names.size()];
        names.forEach(name -> distinct.add(new HashSet<>()));
    }

    static ApplicantNames of(Opened first) throws DataException {
        ApplicantNames found = new ApplicantNames(first.frame().names());
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

    /** @param known columns that are no identifiers */
    List<String> identifiers(ReadSettings settings, Set<String> known) {
        List<String> identifiers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String role = settings.roles().getOrDefault(name, "");
            boolean open = role.isEmpty() && !known.contains(name) && !name.equals(settings.target());
            if (role.equals("id") || (open && likely(i))) {
                identifiers.add(name);
            }
        }
        return identifiers;
    }

    private boolean likely(int column) {
        int different = distinct.get(column).size();
        boolean apart = unnamed(column) ? different == rows : 2 * different > rows;
        return apart && different > 0 && !fractions[column];
    }
}
