package io.riskloom.app.data;

/**
 * Something said about a cell or a row of the table.
 *
 * @param column name, empty for the whole row
 * @param grave  whether it stops the file from being used or a model from being right
 */
record Mark(String column, String words, boolean grave) {}
