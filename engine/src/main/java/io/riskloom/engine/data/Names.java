package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes a header's names usable: {@code #3} for an empty one, {@code Close (2)} for the second of the same (without case). */
final class Names {

    private final List<String> unique = new ArrayList<>();
    private final List<Boolean> unnamed = new ArrayList<>();
    private final List<ImportReport.Warning> warnings = new ArrayList<>();

    Names(List<String> raw, int line) {
        Set<String> taken = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        raw.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
        Set<String> used = new HashSet<>();
        Map<String, Integer> times = new HashMap<>();
        Map<String, String> repeated = new LinkedHashMap<>();
        Map<String, String> firsts = new HashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            String name = raw.get(i).isEmpty() ? "#" + (i + 1) : raw.get(i);
            String key = name.toLowerCase(Locale.ROOT);
            firsts.putIfAbsent(key, name);
            times.merge(key, 1, Integer::sum);
            if (!used.add(key)) {
                int number = counts.getOrDefault(key, 1);
                String next;
                do {
                    number++;
                    next = name + " (" + number + ")";
                } while (taken.contains(next.toLowerCase(Locale.ROOT)) || !used.add(next.toLowerCase(Locale.ROOT)));
                counts.put(key, number);
                repeated.put(key, firsts.get(key));
                name = next;
            }
            unique.add(name);
            unnamed.add(raw.get(i).isEmpty());
        }
        repeated.forEach((key, name) -> warnings.add(new ImportReport.Warning(
                line, name, Notice.of("data.warn.duplicateColumn", line, name, times.get(key)))));
    }

    List<String> unique() {
        return unique;
    }

    List<Boolean> unnamed() {
        return unnamed;
    }

    /** One for each repeated name, with the arguments line, name, how often it stands there. */
    List<ImportReport.Warning> warnings() {
        return warnings;
    }
}
