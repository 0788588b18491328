/** Why a credit model answers as it does, and how much that answer can bear. Plain Java; a model is a function here. */
package io.riskloom.engine.explain;
