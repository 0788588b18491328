package io.riskloom.engine.model;

/**
 * What writing paths into a file did.
 *
 * @param paths    that were drawn
 * @param rows     of the file without its heading, one for each step of each path
 * @param bytes    of the file
 * @param seconds  wall time, drawing included
 * @param complete whether all paths were drawn and the file was written; else it was stopped and nothing was written
 */
public record PathFileReport(long paths, long rows, long bytes, double seconds, boolean complete) {}
