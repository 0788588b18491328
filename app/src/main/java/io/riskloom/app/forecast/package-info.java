/** The page of price forecasts: history, forecast with bands, verdict against the last value. */
package io.riskloom.app.forecast;
