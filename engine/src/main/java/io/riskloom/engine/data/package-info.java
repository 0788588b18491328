/** CSV files in, {@code PriceHistory} and {@code CreditBook} out; the only package that sees Tablesaw. */
package io.riskloom.engine.data;
