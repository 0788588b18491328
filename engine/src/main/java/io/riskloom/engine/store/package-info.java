/** A project folder: SQLite for runs, epochs and settings; weights as safetensors beside it. */
package io.riskloom.engine.store;
