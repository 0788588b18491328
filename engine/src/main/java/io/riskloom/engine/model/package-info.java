/** The contracts: run specifications, recipes, the monitor, result records. Plain Java, no DJL. */
package io.riskloom.engine.model;
