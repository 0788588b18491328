/** The page Train: settings, what will happen, and the run while it trains. */
package io.riskloom.app.train;
