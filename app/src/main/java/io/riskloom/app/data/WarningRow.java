package io.riskloom.app.data;

/**
 * What a reader of the file should know.
 *
 * @param line   line of the file or an en dash
 * @param column name or an en dash
 */
record WarningRow(String line, String column, String words) {}
