package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The plans of all columns and the file's decimal mark.
 *
 * @param sources  for each plan the position of its column in the file; columns without a name and without a value are left out
 * @param warnings what was decided by convention
 */
record ColumnPlans(
        List<ColumnPlan> columns, List<Integer> sources, Numbers.Style style, List<ImportReport.Warning> warnings) {

    /** A column is of a type where nine of ten filled cells are; the tenth is then a bad cell, not a text. */
    private static final double MOST = 0.9;

    static ColumnPlans of(Profile profile, Opened opened, ReadSettings settings) throws DataException {
        Planner planner = new Planner(profile, opened, settings);
        List<ColumnPlan> plans = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        for (int i = 0; i < profile.columns().size(); i++) {
            if (profile.columns().get(i).filled > 0 || !opened.frame().unnamed().get(i)) {
                plans.add(planner.plan(i));
                sources.add(i);
            }
        }
        Numbers.Style style = planner.style(plans, sources);
        planner.tellPercents(plans, sources);
        return new ColumnPlans(plans, sources, style, planner.warnings);
    }

    /** Whether the dates of the column can be read in several orders of day, month and year. */
    boolean ambiguous(Profile profile, int plan, ReadSettings settings) {
        return dayOrders(profile, plan, settings).size() > 1;
    }

    /** The orders of day, month and year that fit a column of dates; none where the reader has chosen. */
    List<DateFormat> dayOrders(Profile profile, int plan, ReadSettings settings) {
        Profile.Column column = profile.columns().get(sources.get(plan));
        boolean open = settings.dates().isEmpty() && columns.get(plan).type() == ColumnPlan.Type.DATE;
        return open ? DayOrder.readings(column::count, columns.get(plan).format()) : List.of();
    }

    /**
     * @throws DataException {@code data.error.mixedMarks} where over a tenth of a column's numbers are written with the other
     *     decimal mark than the file's, which the reader did not set
     */
    void refuseMixedMarks(Profile profile, Text text, ReadSettings settings) throws DataException {
        Numbers.Kind other = style == Numbers.Style.DOT ? Numbers.Kind.COMMA : Numbers.Kind.DOT;
        for (int i = 0; i < columns.size(); i++) {
            Profile.Column column = profile.columns().get(sources.get(i));
            boolean used = columns.get(i).type() == ColumnPlan.Type.NUMBER
                    && !Roles.IGNORED.equals(settings.roles().get(column.name));
            boolean many = column.count(other) > (1 - MOST) * column.numbers;
            if (used && many && settings.decimal().isEmpty()) {
                Profile.Cell cell = column.first(other).orElseThrow();
                String mark = style == Numbers.Style.DOT ? "." : ",";
                throw text.refuse("data.error.mixedMarks", cell.line(), column.name, mark, cell.text());
            }
        }
    }

    private static final class Planner {
        private final List<Profile.Column> columns;
        private final Opened opened;
        private final ReadSettings settings;
        private final List<ImportReport.Warning> warnings = new ArrayList<>();
        private final int forced;
        private final DateFormat forcedFormat;
        private final boolean dated;

        Planner(Profile profile, Opened opened, ReadSettings settings) throws DataException {
            this.columns = profile.columns();
            this.opened = opened;
            this.settings = settings;
            this.forcedFormat = settings.dates().isEmpty() ? null : format(settings.dates(), opened.text());
            this.forced = forcedFormat == null ? -1 : forcedColumn();
            boolean any = forced >= 0;
            for (int i = 0; i < columns.size(); i++) {
                any |= isDate(i);
            }
            this.dated = any;
        }

        private static DateFormat format(String pattern, Text text) throws DataException {
            for (DateFormat format : DateFormat.values()) {
                if (format.pattern().equals(pattern)) {
                    return format;
                }
            }
            throw text.refuse("data.error.setting", 0, "", String.join(", ", DateFormat.patterns()), pattern);
        }

        /** The column with a date's name, else the first of which the given format reads half. */
        private int forcedColumn() {
            int first = -1;
            for (int i = 0; i < columns.size(); i++) {
                Profile.Column column = columns.get(i);
                if (called(column, "date", Headings.date(column.name)) && column.filled > 0) {
                    return i;
                }
                boolean reads = column.filled > 0 && 2 * column.count(forcedFormat) >= column.filled;
                first = first < 0 && reads ? i : first;
            }
            return first;
        }

        /** Whether the settings give a column that role, or where they give it none, its name does. */
        private boolean called(Profile.Column column, String role, boolean byName) {
            String given = settings.roles().getOrDefault(column.name, "");
            return given.isEmpty() ? byName : given.equals(role);
        }

        ColumnPlan plan(int index) {
            Profile.Column column = columns.get(index);
            List<ColumnPlan.Type> said = opened.frame().types();
            String role = settings.roles().getOrDefault(column.name, "");
            if (role.equals(Roles.NUMBER)) {
                return ColumnPlan.of(column.name, ColumnPlan.Type.NUMBER);
            } else if (role.equals(Roles.CATEGORY)) {
                return ColumnPlan.levels(column.name, ColumnPlan.Type.TEXT, column.plus > 0);
            } else if (column.filled == 0) {
                return ColumnPlan.of(column.name, ColumnPlan.Type.EMPTY);
            } else if (!said.isEmpty() && said.get(index) != ColumnPlan.Type.DATE) {
                return ColumnPlan.levels(column.name, said.get(index), column.plus > 0);
            } else if (index == forced) {
                return ColumnPlan.date(column.name, forcedFormat);
            } else if (isDate(index)) {
                DateFormat best = column.bestDate();
                if (best == DateFormat.EXCEL_SERIAL) {
                    warn("data.warn.excelDates", column, column.sample);
                }
                return ColumnPlan.date(column.name, best);
            } else if (called(column, "symbol", dated && Headings.symbol(column.name))) {
                return ColumnPlan.tickers(column.name);
            }
            return plain(column);
        }

        private ColumnPlan plain(Profile.Column column) {
            int finite = column.filled - column.infinite;
            boolean most = column.numbers > 0 && column.numbers >= MOST * finite;
            boolean codes = column.numbers < finite && !column.many;
            String role = settings.roles().getOrDefault(column.name, "");
            boolean byName = role.isEmpty() && dated && Headings.price(column.name);
            boolean priced = column.numbers > 0 && (byName || Roles.numeric(role));
            if (priced || (most && !codes)) {
                return ColumnPlan.of(column.name, ColumnPlan.Type.NUMBER);
            }
            if (column.numbers * 2 >= column.filled) {
                int texts = column.filled - column.numbers;
                warnings.add(new ImportReport.Warning(
                        0, column.name, Notice.of("data.warn.mixed", "", column.name, column.numbers, texts)));
            }
            return ColumnPlan.levels(column.name, ColumnPlan.Type.TEXT, column.plus > 0);
        }

        /**
         * Half of the cells are enough under a date's name, so that the others are named. Digits alone are dates only there, or
         * in the first column of a table of numbers, where they go one way.
         */
        private boolean isDate(int index) {
            Profile.Column column = columns.get(index);
            DateFormat best = column.bestDate();
            int count = column.count(best);
            if (called(column, "date", Headings.date(column.name))) {
                boolean chosen = settings.roles().containsKey(column.name);
                if (best == DateFormat.EXCEL_SERIAL && !chosen && !days(column, index)) {
                    return false;
                }
                boolean counts = best.numeric() && best != DateFormat.COMPACT;
                return count > 0 && count >= (counts ? MOST : 0.5) * column.filled;
            } else if (!best.numeric()) {
                return count > 0 && count >= MOST * column.filled;
            }
            boolean unnamed = column.name.startsWith("#");
            boolean likely = (unnamed && best != DateFormat.EXCEL_SERIAL)
                    || (best == DateFormat.COMPACT && !Headings.id(column.name));
            return index == 0 && likely && column.steady(best) && onlyNumbersBehind();
        }

        /**
         * Whether five digits are days: seconds of a day look like serial numbers. They are in order or spare the weekends, and a
         * column named after a clock stands alone before prices.
         */
        private boolean days(Profile.Column column, int index) {
            boolean alone = true;
            boolean priced = false;
            for (int i = 0; i < columns.size(); i++) {
                DateFormat other = columns.get(i).bestDate();
                boolean rival = i != index
                        && (Headings.date(columns.get(i).name) || !other.numeric())
                        && columns.get(i).count(other) > 0
                        && columns.get(i).count(other) >= 0.5 * columns.get(i).filled;
                alone &= !rival;
                priced |= i != index && Headings.price(columns.get(i).name);
            }
            return column.orderly(DateFormat.EXCEL_SERIAL) && (!Headings.clock(column.name) || (alone && priced));
        }

        private boolean onlyNumbersBehind() {
            return columns.size() > 1
                    && columns.stream().skip(1).allMatch(c -> c.numbers >= MOST * (c.filled - c.infinite));
        }

        Numbers.Style style(List<ColumnPlan> plans, List<Integer> sources) {
            if (!settings.decimal().isEmpty()) {
                return settings.decimal().equals(",") ? Numbers.Style.COMMA : Numbers.Style.DOT;
            }
            List<Profile.Column> numbers = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                if (plans.get(i).type() == ColumnPlan.Type.NUMBER) {
                    numbers.add(columns.get(sources.get(i)));
                }
            }
            long dot = cells(numbers, Numbers.Kind.DOT);
            long comma = cells(numbers, Numbers.Kind.COMMA);
            List<Profile.Column> unclear = numbers.stream()
                    .filter(c -> c.count(Numbers.Kind.MAYBE_DOT) + c.count(Numbers.Kind.MAYBE_COMMA) > 0)
                    .toList();
            if (dot + comma > 0 || unclear.isEmpty() || opened.dialect().separator() == ',') {
                return comma > dot ? Numbers.Style.COMMA : Numbers.Style.DOT;
            }
            Profile.Column first = unclear.getFirst();
            boolean commas = first.count(Numbers.Kind.MAYBE_COMMA) > 0;
            boolean grouped = groups(unclear);
            warn(grouped ? "data.warn.thousandsMark" : "data.warn.decimalMark", first, commas ? "," : ".");
            return commas != grouped ? Numbers.Style.COMMA : Numbers.Style.DOT;
        }

        /**
         * Whether the only mark of columns groups thousands: whole numbers beside it have up to three digits, as {@code 1,260} and
         * {@code 987}. With longer ones, as {@code 1,260} and {@code 1987}, it is the decimal mark.
         */
        private static boolean groups(List<Profile.Column> unclear) {
            boolean both = cells(unclear, Numbers.Kind.MAYBE_DOT) > 0 && cells(unclear, Numbers.Kind.MAYBE_COMMA) > 0;
            int longest = unclear.stream().mapToInt(c -> c.longestWhole).max().orElse(0);
            return !both && longest > 0 && longest <= 3;
        }

        private static long cells(List<Profile.Column> of, Numbers.Kind kind) {
            return of.stream().mapToLong(c -> c.count(kind)).sum();
        }

        /** Columns of numbers some of which have a percent sign: the others are a hundred times as large. */
        void tellPercents(List<ColumnPlan> plans, List<Integer> sources) {
            for (int i = 0; i < plans.size(); i++) {
                Profile.Column column = columns.get(sources.get(i));
                int with = column.percent.count();
                int without = column.plain.count();
                if (plans.get(i).type() == ColumnPlan.Type.NUMBER && with > 0 && without > 0) {
                    LineTally fewer = with <= without ? column.percent : column.plain;
                    fewer.tell("data.warn.percentMixed", column.name, warnings, with, without);
                }
            }
        }

        private void warn(String key, Profile.Column column, String found) {
            warnings.add(new ImportReport.Warning(
                    column.sampleLine, column.name, Notice.of(key, column.sampleLine, column.name, found)));
        }
    }
}
