package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The parts that the settings give to columns, by index; the other columns' parts are to be detected. */
final class Roles {

    static final String IGNORED = "ignored";

    /** A feature that is read as numbers, whatever its cells look like; those that are none are missing. */
    static final String NUMBER = "number";

    /** A feature whose cells are kept as they are written, also where they look like numbers: {@code 01} is not {@code 1}. */
    static final String CATEGORY = "category";

    private static final Set<String> PRICE =
            Set.of("date", "symbol", "open", "high", "low", "close", "adjclose", "volume");
    private static final Set<String> CREDIT = Set.of("feature", NUMBER, CATEGORY, "target", "id");
    private static final String KNOWN =
            "date, symbol, open, high, low, close, adjclose, volume, feature, number, category, target, id, ignored";

    private final List<String> roles = new ArrayList<>();
    private final List<ImportReport.Warning> warnings = new ArrayList<>();

    private Roles() {}

    /**
     * A column that the file does not have is warned of only, because settings are kept for files alike.
     *
     * @throws DataException where a role is unknown, or needs numbers or dates and the column holds none
     */
    static Roles of(Sheet sheet) throws DataException {
        Roles roles = new Roles();
        Map<String, String> given = new TreeMap<>(sheet.settings().roles());
        for (ColumnPlan plan : sheet.plans()) {
            String role = given.remove(plan.name());
            roles.roles.add(role == null ? "" : checked(sheet, plan, role));
        }
        given.forEach((column, role) -> roles.warnings.add(
                new ImportReport.Warning(0, column, Notice.of("data.warn.roleMissing", "", column, role))));
        return roles;
    }

    private static String checked(Sheet sheet, ColumnPlan plan, String role) throws DataException {
        if (!role.isEmpty() && !role.equals(IGNORED) && !PRICE.contains(role) && !CREDIT.contains(role)) {
            throw new DataException("data.error.roleUnknown", sheet.file().name(), 0, plan.name(), KNOWN, role);
        }
        if (role.equals("date") && plan.type() != ColumnPlan.Type.DATE) {
            throw new DataException(
                    "data.error.dateColumn", sheet.file().name(), 0, plan.name(), DateFormat.ISO.pattern(), "");
        } else if (numeric(role) && plan.type() != ColumnPlan.Type.NUMBER) {
            throw new DataException("data.error.roleType", sheet.file().name(), 0, plan.name(), role, "");
        }
        return role;
    }

    /** Whether only a column of numbers can play that part. */
    static boolean numeric(String role) {
        return PRICE.contains(role) && !role.equals("date") && !role.equals("symbol");
    }

    /** Empty where the role is to be detected. */
    String of(int column) {
        return roles.get(column);
    }

    boolean open(int column) {
        return roles.get(column).isEmpty();
    }

    /** The columns of that role, in file order. */
    List<Integer> all(String role) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i).equals(role)) {
                all.add(i);
            }
        }
        return all;
    }

    /** The first column of that role, −1 without one. */
    int first(String role) {
        return roles.indexOf(role);
    }

    /** {@code price} or {@code credit} where a part tells it: a column of days may stand in both. */
    String kind() {
        if (roles.stream().anyMatch(CREDIT::contains)) {
            return "credit";
        }
        return roles.stream().anyMatch(r -> PRICE.contains(r) && !r.equals("date")) ? "price" : "";
    }

    List<ImportReport.Warning> warnings() {
        return warnings;
    }
}
