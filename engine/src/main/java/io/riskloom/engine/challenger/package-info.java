/** Plain models that stand beside every deep one. */
package io.riskloom.engine.challenger;
