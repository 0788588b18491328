/** Convolution and pooling on a grid that the user edits, stepped cell by cell and checked against the engine. */
package io.riskloom.app.playground;
