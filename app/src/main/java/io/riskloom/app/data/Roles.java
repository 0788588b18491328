package io.riskloom.app.data;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.ReadSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a column can be. Message keys are {@code data.role.NAME}. */
final class Roles {

    private static final List<String> PRICES =
            List.of("date", "open", "high", "low", "close", "adjclose", "volume", "symbol", "ignored");

    private static final List<String> CREDIT = List.of("feature", "target", "id", "date", "ignored");

    /** For a file of which it is not known what it is. */
    static final List<String> ALL =
            Stream.concat(PRICES.stream().limit(8), CREDIT.stream()).distinct().toList();

    private Roles() {}

    static List<String> of(Imported imported) {
        return switch (imported) {
            case Imported.Prices prices -> PRICES;
            case Imported.Credit credit -> CREDIT;
        };
    }

    /** The roles that an importer gave, by column. */
    static Map<String, String> given(ImportReport report) {
        Map<String, String> roles = new HashMap<>();
        report.columns().forEach(column -> roles.put(column.name(), column.role()));
        return roles;
    }

    /**
     * The settings with a column's role changed; an empty role leaves it to be detected. A column chosen as target is the target by
     * the settings' own word, and the classes of the former one are forgotten.
     */
    static ReadSettings in(ReadSettings settings, String column, String role) {
        Map<String, String> roles = new HashMap<>(settings.roles());
        roles.remove(column);
        boolean wasTarget = settings.target().equals(column);
        if (role.equals("target")) {
            return settings.withRoles(roles).withTarget(column, List.of());
        }
        if (!role.isEmpty()) {
            roles.put(column, role);
        }
        ReadSettings changed = settings.withRoles(roles);
        return wasTarget ? changed.withTarget("", List.of()) : changed;
    }
}
