/** Forecasts and classes against what came: scores, bands, challengers, verdicts. Plain Java; a network is a function here. */
package io.riskloom.engine.judge;
