/** The page Runs: the table of all runs and what is known of each. */
package io.riskloom.app.runs;
