/** What is wrong with the data that were read, what can be done about it, and the list of what was done. */
package io.riskloom.engine.quality;
