package io.riskloom.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a CSV file of prices or of credit applicants. Encoding, separator, decimal mark, date format, the kind of table and
 * the part of each column are recognised from the whole file; what cannot be read for certain is refused with its line and
 * column, what was decided by convention is told as a warning. Nothing is filled in.
 *
 * <p>A table with a date and prices is a price file; any other with a target of two classes is a credit table. Missing cells
 * are empty or {@code NA N/A #N/A null None nan . ? - --}. Files up to 2 GiB.
 */
public final class CsvReader {

    private CsvReader() {}

    /** @throws DataException where the file is not usable as it is, naming line, column, and what is expected */
    public static Imported read(Path file) throws DataException, IOException {
        return read(file, ReadSettings.DETECTED);
    }

    /** As above, with what the settings decide; where they name a target, the file is read as a credit table. */
    public static Imported read(Path file, ReadSettings settings) throws DataException, IOException {
        Sheet sheet = Sheet.read(TextFile.read(file), settings);
        if (!settings.target().isEmpty()) {
            return CreditReader.read(sheet, Target.find(sheet, settings.target()));
        }
        Optional<Target> named = Target.named(sheet);
        Optional<PriceLayout> prices =
                PriceLayout.of(sheet, named.isPresent(), Target.placed(sheet).isPresent());
        if (prices.isPresent()) {
            return PriceReader.read(sheet, prices.get());
        }
        if (named.isPresent()) {
            return CreditReader.read(sheet, named.get());
        }
        refuseUnclearPrices(sheet);
        return CreditReader.read(sheet, Target.find(sheet, ""));
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
        return CreditReader.readForScoring(Sheet.read(TextFile.read(file), settings));
    }

    /**
     * The first rows as the settings cut them, also of a file that {@link #read} refuses.
     *
     * @throws DataException where the file is no text at all
     */
    public static Preview preview(Path file, ReadSettings settings) throws DataException, IOException {
        return Sheet.preview(TextFile.read(file), settings);
    }

    private static void refuseUnclearPrices(Sheet sheet) throws DataException {
        List<String> candidates = PriceLayout.candidates(sheet);
        if (!candidates.isEmpty() && Target.placed(sheet).isEmpty()) {
            throw new DataException(
                    "data.error.whichPrice", sheet.file().name(), 1, "", "close", String.join(", ", candidates));
        }
        for (ColumnPlan plan : sheet.plans()) {
            boolean dateless = Headings.date(plan.name()) && plan.type() != ColumnPlan.Type.DATE;
            boolean priced = sheet.plans().stream().anyMatch(p -> Headings.price(p.name()));
            if (dateless && priced && Target.placed(sheet).isEmpty()) {
                throw new DataException(
                        "data.error.dateColumn", sheet.file().name(), 0, plan.name(), DateFormat.ISO.pattern(), "");
            }
        }
    }
}
