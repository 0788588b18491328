/**
 * Splits by date or stratum, scalers, windows, window → image, encoders, and the arithmetic of convolution and pooling.
 */
package io.riskloom.engine.feature;
