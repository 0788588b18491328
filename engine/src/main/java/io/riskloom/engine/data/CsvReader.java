package io.riskloom.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a CSV file of prices or of credit applicants. Encoding, separator, decimal mark, date format, the kind of table and
 * the part of each column are recognised from the whole file. A single bad cell becomes missing and a bad row is left out, with a
 * warning that names its line, as does what was decided by convention; what would need a guess about meaning is refused with its
 * line and column. Nothing is filled in.
 *
 * <p>A table with prices, mostly beside a date, is a price file; any other with a target is a credit table. Missing cells are
 * empty or {@code NA N/A #N/A null None nan . ? - --}. Files up to 2 GiB.
 */
public final class CsvReader {

    private static final int MOST_CLASSES = 50;

    private CsvReader() {}

    /** @throws DataException where the file is not usable as it is, naming line, column, and what is expected */
    public static Imported read(Path file) throws DataException, IOException {
        return read(file, ReadSettings.DETECTED);
    }

    /** As above, with what the settings decide; where they name a target, the file is read as a credit table. */
    public static Imported read(Path file, ReadSettings settings) throws DataException, IOException {
        return read(file, settings, Progress.NONE);
    }

    /** As above; hears how far the reading is and may end it. */
    public static Imported read(Path file, ReadSettings settings, Progress progress) throws DataException, IOException {
        return TableKind.read(Sheet.read(TextFile.read(file), settings, progress));
    }

    /**
     * The distinct texts of a column in order of first appearance, at most 50, so that one can choose which are bad.
     *
     * @throws DataException where the file cannot be read, or has no such column
     */
    public static List<String> classes(Path file, ReadSettings settings, String column)
            throws DataException, IOException {
        Sheet sheet = Sheet.read(TextFile.read(file), settings);
        for (int i = 0; i < sheet.plans().size(); i++) {
            if (sheet.plans().get(i).name().equals(column)) {
                return Classes.of(sheet.column(i), MOST_CLASSES).texts();
            }
        }
        String names =
                String.join(", ", sheet.plans().stream().map(ColumnPlan::name).toList());
        throw new DataException("data.error.targetMissing", sheet.file().name(), 1, column, column, names);
    }

    /**
     * A credit table to be scored, with or without a target. No row is left out, and every column that is no date is among the
     * features, because only the model knows by name which ones it wants; the book's target and {@code bad} are empty.
     */
    public static Imported.Credit readForScoring(Path file) throws DataException, IOException {
        return readForScoring(file, ReadSettings.DETECTED);
    }

    /** As above, with what the settings decide. */
    public static Imported.Credit readForScoring(Path file, ReadSettings settings) throws DataException, IOException {
        return CreditReader.readForScoring(Sheet.readEvery(TextFile.read(file), settings));
    }

    /**
     * As above, for a model that knows its columns: a few applicants may all have {@code 01} where training had {@code A1} too.
     *
     * @param numeric for a column's name whether it is read as numbers, where cells that are none become missing and are
     *                told, or as categories, each cell as it is written; other columns are read as what they hold
     */
    public static Imported.Credit readForScoring(Path file, ReadSettings settings, Map<String, Boolean> numeric)
            throws DataException, IOException {
        Map<String, String> roles = new HashMap<>(settings.roles());
        numeric.forEach((column, numbers) -> roles.put(column, numbers ? Roles.NUMBER : Roles.CATEGORY));
        return readForScoring(file, settings.withRoles(roles));
    }

    /**
     * The first rows as the settings cut them, also of a file that {@link #read} refuses.
     *
     * @throws DataException where the file is no text at all
     */
    public static Preview preview(Path file, ReadSettings settings) throws DataException, IOException {
        return Sheet.preview(TextFile.read(file), settings);
    }
}
