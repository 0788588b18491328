package io.riskloom.engine.data;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the importer makes of a file, refusals included: the record behind {@code riskloom inspect}.
 *
 * @param file        path as given
 * @param kind        {@code price} or {@code credit}; empty for a file that was refused
 * @param rows        usable rows
 * @param firstDate   of all series, as {@code lastDate}; empty for credit tables and for files without dates
 * @param closeColumn the column that the first series' closes come from
 * @param firstClose  of the first series, as {@code lastClose} and {@code sumClose}; NaN for credit tables
 * @param series      names and lengths
 * @param target      of a credit table
 * @param eventRate   share of bad applicants; NaN for prices
 * @param settings    what the file was read with, the rest as detected; empty for a file that was refused
 * @param dated       whether days come from the file; false where the order of rows is time, and for credit tables
 * @param error       why the file was refused
 */
public record Inspection(
        String file,
        Optional<String> kind,
        String encoding,
        String delimiter,
        int rows,
        List<ImportReport.Column> columns,
        Optional<LocalDate> firstDate,
        Optional<LocalDate> lastDate,
        Optional<String> closeColumn,
        double firstClose,
        double lastClose,
        double sumClose,
        List<Series> series,
        Optional<String> target,
        double eventRate,
        List<ImportReport.Warning> warnings,
        Optional<ReadSettings> settings,
        boolean dated,
        Optional<Notice> error) {

    private static final Gson GSON = new Gson();

    /** One series of a price file. */
    public record Series(String name, int rows) {}

    public Inspection {
        columns = List.copyOf(columns);
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
    }

    /** Reads the file with what is detected; a refusal or a disk's failure becomes {@link #error()}. */
    public static Inspection of(Path file) {
        try {
            return of(file, CsvReader.read(file));
        } catch (DataException e) {
            return refused(file, e.notice());
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    /** Of a file that was read, by whatever settings. */
    public static Inspection of(Path file, Imported imported) {
        return switch (imported) {
            case Imported.Prices prices -> prices(file, prices);
            case Imported.Credit credit -> credit(file, credit);
        };
    }

    /** Of a file that the disk did not give. */
    public static Inspection unreadable(Path file, IOException failure) {
        Path name = file.getFileName();
        return refused(
                file, Notice.of("data.error.unreadable", name == null ? file : name, "", "", "", failure.getMessage()));
    }

    private static Inspection prices(Path file, Imported.Prices prices) {
        PriceHistory first = prices.series().getFirst();
        ImportReport report = prices.report();
        double[] close = first.close();
        double sum = 0;
        for (double price : close) {
            sum += price;
        }
        return new Inspection(
                file.toString(),
                Optional.of("price"),
                report.encoding(),
                report.delimiter(),
                report.rows(),
                report.columns(),
                prices.series().stream()
                        .map(s -> s.dates().getFirst())
                        .min(LocalDate::compareTo)
                        .filter(day -> first.dated()),
                prices.series().stream()
                        .map(s -> s.dates().getLast())
                        .max(LocalDate::compareTo)
                        .filter(day -> first.dated()),
                closeColumn(report.columns()),
                close[0],
                close[close.length - 1],
                sum,
                prices.series().stream()
                        .map(s -> new Series(s.symbol(), s.size()))
                        .toList(),
                Optional.empty(),
                Double.NaN,
                report.warnings(),
                Optional.of(report.used()),
                first.dated(),
                Optional.empty());
    }

    private static Optional<String> closeColumn(List<ImportReport.Column> columns) {
        return columns.stream()
                .filter(c -> c.role().equals("adjclose"))
                .findFirst()
                .or(() -> columns.stream().filter(c -> c.role().equals("close")).findFirst())
                .map(ImportReport.Column::name);
    }

    private static Inspection credit(Path file, Imported.Credit credit) {
        ImportReport report = credit.report();
        return new Inspection(
                file.toString(),
                Optional.of("credit"),
                report.encoding(),
                report.delimiter(),
                report.rows(),
                report.columns(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(),
                Optional.of(credit.book().target()),
                credit.book().eventRate(),
                report.warnings(),
                Optional.of(report.used()),
                false,
                Optional.empty());
    }

    /** Of a file that cannot be used as it is. */
    public static Inspection refused(Path file, Notice error) {
        return new Inspection(
                file.toString(),
                Optional.empty(),
                "",
                "",
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(),
                Optional.empty(),
                Double.NaN,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(error));
    }

    /**
     * The JSON object that the command line prints, absent values as {@code null}; write it with its own {@code toString},
     * which keeps them.
     *
     * @param text turns a notice into a sentence
     */
    public JsonObject toJson(Function<Notice, String> text) {
        JsonObject json = new JsonObject();
        json.addProperty("file", file);
        json.addProperty("kind", kind.orElse(null));
        json.addProperty("encoding", encoding.isEmpty() ? null : encoding);
        json.addProperty("delimiter", delimiter.isEmpty() ? null : delimiter);
        json.addProperty("rows", rows);
        JsonArray cells = new JsonArray();
        for (ImportReport.Column column : columns) {
            JsonObject cell = new JsonObject();
            cell.addProperty("name", column.name());
            cell.addProperty("type", column.type());
            cell.addProperty("role", column.role());
            cell.addProperty("missing", column.missing());
            cells.add(cell);
        }
        json.add("columns", cells);
        json.addProperty("firstDate", firstDate.map(LocalDate::toString).orElse(null));
        json.addProperty("lastDate", lastDate.map(LocalDate::toString).orElse(null));
        json.addProperty("closeColumn", closeColumn.orElse(null));
        number(json, "firstClose", firstClose);
        number(json, "lastClose", lastClose);
        number(json, "sumClose", sumClose);
        JsonArray names = new JsonArray();
        for (Series one : series) {
            JsonObject object = new JsonObject();
            object.addProperty("name", one.name());
            object.addProperty("rows", one.rows());
            names.add(object);
        }
        json.add("series", names);
        json.addProperty("target", target.orElse(null));
        number(json, "eventRate", eventRate);
        JsonArray told = new JsonArray();
        for (ImportReport.Warning warning : warnings) {
            JsonObject object = new JsonObject();
            object.addProperty("line", warning.line() == 0 ? null : warning.line());
            object.addProperty("column", warning.column().isEmpty() ? null : warning.column());
            object.addProperty("message", text.apply(warning.notice()));
            told.add(object);
        }
        json.add("warnings", told);
        json.add("settings", settings.map(GSON::toJsonTree).orElse(JsonNull.INSTANCE));
        json.addProperty("dated", dated);
        json.addProperty("error", error.map(text).orElse(null));
        return json;
    }

    private static void number(JsonObject json, String name, double value) {
        if (Double.isFinite(value)) {
            json.addProperty(name, value);
        } else {
            json.add(name, JsonNull.INSTANCE);
        }
    }
}
