package io.riskloom.app.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said about the cells of a file, by line. */
final class Marks {

    static final Marks NONE = new Marks();

    private final Map<Integer, List<Mark>> lines = new HashMap<>();

    /** @param numbers 1-based lines of the file */
    void add(List<Integer> numbers, Mark mark) {
        for (int line : numbers) {
            lines.computeIfAbsent(line, l -> new ArrayList<>()).add(mark);
        }
    }

    /** What is said about a cell, or about its whole row where that is grave. The gravest comes first. */
    Optional<Mark> at(int line, String column) {
        Optional<Mark> found = Optional.empty();
        for (Mark mark : lines.getOrDefault(line, List.of())) {
            boolean meant = mark.column().equals(column) || mark.column().isEmpty() && mark.grave();
            if (meant && (found.isEmpty() || mark.grave() && !found.get().grave())) {
                found = Optional.of(mark);
            }
        }
        return found;
    }

    /** What is said about a line or any cell of it, the gravest first. */
    Optional<Mark> at(int line) {
        List<Mark> all = lines.getOrDefault(line, List.of());
        return all.stream().filter(Mark::grave).findFirst().or(() -> all.stream()
                .findFirst());
    }
}
