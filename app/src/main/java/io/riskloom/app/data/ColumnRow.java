package io.riskloom.app.data;

/**
 * A column of the loaded file.
 *
 * @param share of the file's rows that are missing, in [0, 1]
 */
record ColumnRow(String name, String type, String role, int missing, double share) {}
