package io.riskloom.engine.djl;

/**
 * Forecast cumulative log returns with bands; all matrices are origins × steps.
 *
 * @param point the forecast
 */
record ReturnForecast(double[][] point, double[][] low50, double[][] high50, double[][] low90, double[][] high90) {}
