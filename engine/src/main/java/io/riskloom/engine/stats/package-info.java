/** Metrics, tests, bootstrap, stylised facts: pure functions on arrays. */
package io.riskloom.engine.stats;
