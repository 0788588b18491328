package io.riskloom.app.data;

/**
 * A column of the loaded file.
 *
 * @param type     in words
 * @param role     as the importer names it
 * @param share    of the file's rows that are missing, in [0, 1]
 * @param range    lowest to highest value, empty where there is none
 * @param distinct different values; −1 where they were not counted
 * @param outliers numbers far outside; −1 where they were not counted
 * @param shift    population stability index against another file; NaN without one
 */
record ColumnRow(
        String name,
        String type,
        String role,
        int missing,
        double share,
        String range,
        int distinct,
        int outliers,
        double shift) {}
