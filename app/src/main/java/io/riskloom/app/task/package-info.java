/** Work in the background; the only package that calls {@code Platform.runLater}. */
package io.riskloom.app.task;
