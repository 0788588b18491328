package io.riskloom.app.inside;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What a file calls its applicants. */
final class ApplicantIds {

    private ApplicantIds() {}

    /** Of the first column set aside in which no two cells are alike and none is missing; empty where there is none. */
    static List<String> read(Imported.Credit read, Path file, RunSpec spec) throws NoticeException, IOException {
        List<String> names = read.book().setAside();
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, String> roles = new HashMap<>(spec.reading().settings().roles());
        names.forEach(name -> roles.put(name, "feature"));
        Reading wider = spec.reading().with(read.report().used().withRoles(roles));
        if (!(DataFile.read(file, wider) instanceof Imported.Credit whole)
                || whole.book().size() != read.book().size()) {
            return List.of();
        }
        return whole.book().features().stream()
                .filter(column -> names.contains(column.name()) && column.missing() == 0)
                .map(ApplicantIds::cells)
                .filter(cells -> new HashSet<>(cells).size() == cells.size())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> cells(CreditColumn column) {
        return switch (column) {
            case CreditColumn.Numeric numbers ->
                Arrays.stream(numbers.values())
                        .mapToObj(value ->
                                BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
                        .toList();
            case CreditColumn.Categorical words ->
                Arrays.stream(words.codes())
                        .mapToObj(code -> words.levels().get(code))
                        .toList();
        };
    }
}
