/** The start: {@code Launcher} finds out what is wanted, {@code Workbench} builds the window by hand. */
package io.riskloom.app;
