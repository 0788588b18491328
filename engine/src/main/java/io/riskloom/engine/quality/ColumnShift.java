package io.riskloom.engine.quality;

/**
 * How far one column's distribution moved between two files.
 *
 * @param name         of the column; {@code return} for the log returns of a price series
 * @param psi          population stability index, 0 where nothing moved; NaN where the second file has no such column
 * @param unseenLevels categories of the second file that the first does not have
 */
public record ColumnShift(String name, double psi, int unseenLevels) {}
