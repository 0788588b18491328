package io.riskloom.engine.quality;

import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Progress;
import io.riskloom.engine.data.ReadSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A data file as its {@link Reading} wants it: read by its settings, then corrected step by step. */
public final class DataFile {

    private DataFile() {}

    /** @throws DataException where the file is not usable so, naming line, column, and what is expected */
    public static Imported read(Path file, Reading reading) throws DataException, IOException {
        return read(file, reading, Progress.NONE);
    }

    private static Imported read(Path file, Reading reading, Progress progress) throws DataException, IOException {
        return switch (CsvReader.read(file, settings(reading), progress)) {
            case Imported.Prices prices -> PriceMender.mend(prices, reading);
            case Imported.Credit credit -> CreditMender.mend(credit, reading);
        };
    }

    /** As {@link #read}, with the quality report of what came out. */
    public static Loaded load(Path file, Reading reading) throws DataException, IOException {
        return load(file, reading, Progress.NONE);
    }

    /** As above; hears how far the reading is and may end it. */
    public static Loaded load(Path file, Reading reading, Progress progress) throws DataException, IOException {
        Imported imported = read(file, reading, progress);
        return new Loaded(imported, reading, Quality.of(imported, reading, LocalDate.now()));
    }

    /** Applicants to be scored: no target needed, no row left out; only corrections of columns are made. */
    public static Imported.Credit readForScoring(Path file, Reading reading) throws DataException, IOException {
        return readForScoring(file, reading, Map.of());
    }

    /** @param numeric for columns that a model knows whether they hold numbers; others are read as what they hold here */
    public static Imported.Credit readForScoring(Path file, Reading reading, Map<String, Boolean> numeric)
            throws DataException, IOException {
        List<Step> ofColumns =
                reading.steps().stream().filter(s -> s.fix().ofColumn()).toList();
        return CreditMender.mend(
                CsvReader.readForScoring(file, reading.settings(), numeric),
                new Reading(reading.settings(), ofColumns, reading.carried()));
    }

    /** The settings with what the last step about conflicting prices chose. */
    static ReadSettings settings(Reading reading) {
        ReadSettings settings = reading.settings();
        for (Step step : reading.steps()) {
            settings = switch (step.fix()) {
                case KEEP_FIRST -> settings.withConflicts("first");
                case KEEP_LAST -> settings.withConflicts("last");
                case KEEP_NONE -> settings.withConflicts("none");
                default -> settings;
            };
        }
        return settings;
    }
}
