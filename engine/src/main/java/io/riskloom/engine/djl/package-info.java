/** Networks, training loop, optimiser, feature-map probe; the only package that sees {@code ai.djl}. */
package io.riskloom.engine.djl;
