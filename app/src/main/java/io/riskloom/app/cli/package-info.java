/** The command line: one class a command. Needs no display for anything but the bare {@code riskloom}. */
package io.riskloom.app.cli;
