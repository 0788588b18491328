/** A specification in, a run out: the recipes list and what surrounds a training. */
package io.riskloom.engine.run;
