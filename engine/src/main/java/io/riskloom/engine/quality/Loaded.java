package io.riskloom.engine.quality;

import io.riskloom.engine.data.Imported;

/** A file that was read, checked and corrected as its {@link Reading} says; the report speaks of the corrected data. */
public record Loaded(Imported imported, Reading reading, QualityReport report) {}
