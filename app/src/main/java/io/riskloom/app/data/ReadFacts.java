package io.riskloom.app.data;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Preview;
import io.riskloom.engine.data.ReadSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a file was read, whether by the reader's settings or by detection.
 *
 * @param used   the settings in force; what is not known is empty
 * @param header column names
 * @param rows   the first rows, from which the classes of a target are offered
 */
record ReadFacts(ReadSettings used, List<String> header, List<List<String>> rows) {

    private static final int CLASSES = 12;

    static ReadFacts of(Preview preview) {
        return new ReadFacts(preview.used(), preview.header(), preview.rows());
    }

    static ReadFacts of(Imported imported) {
        ImportReport report = imported.report();
        ReadSettings used = report.used();
        ReadSettings whole =
                switch (imported) {
                    case Imported.Prices prices -> used.withKind("price");
                    case Imported.Credit credit ->
                        used.withKind("credit")
                                .withTarget(target(credit), used.bad().isEmpty() ? bad(credit) : used.bad());
                };
        List<String> names =
                report.columns().stream().map(ImportReport.Column::name).toList();
        return new ReadFacts(whole, names, report.preview());
    }

    private static String target(Imported.Credit credit) {
        String target = credit.book().target();
        return target.isEmpty() ? ReadSettings.NO_TARGET : target;
    }

    private static List<String> bad(Imported.Credit credit) {
        return credit.book().target().isEmpty()
                ? List.of()
                : List.of(credit.book().badLabel());
    }

    /** Different texts of the target in the first rows, with those that count as bad. */
    List<String> classes() {
        Set<String> found = new LinkedHashSet<>(used.bad());
        int column = header.indexOf(used.target());
        for (List<String> row : rows) {
            if (column >= 0
                    && column < row.size()
                    && found.size() < CLASSES
                    && !row.get(column).isBlank()) {
                found.add(row.get(column).strip());
            }
        }
        return List.copyOf(found);
    }
}
