package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;

/**
 * All that decides a run, apart from the machine: which data, which model, which settings, which seed. Immutable, validated
 * at construction ({@link IllegalArgumentException} names the parameter, its range and the value), JSON in and out through
 * {@link Specs}.
 */
public sealed interface RunSpec extends Learning, Validation
        permits ForecastSpec, ClassifySpec, CreditSpec, GenerateSpec, AnomalySpec {

    /** {@code forecast}, {@code classify}, {@code credit}, {@code generate} or {@code anomaly}. */
    String task();

    /** Name of the recipe, such as {@code lstm}. */
    String model();

    /** The CSV file, absolute or relative to the working folder. */
    String data();

    /** Which series of a file with several, empty for the first; unused for credit tables. */
    String series();

    /** How the data file is read and corrected before a model sees it. */
    Reading reading();

    /** How a file is read for this model: its own as {@link #reading()} says, another by what holds for files of its kind. */
    default Reading readingOf(Path file) {
        boolean own = file.toAbsolutePath()
                .normalize()
                .equals(Path.of(data()).toAbsolutePath().normalize());
        return own ? reading() : reading().elsewhere();
    }

    long seed();

    int epochs();
}
