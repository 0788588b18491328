/**
 * What the pages of results share: the run on show, its figures in words, its export. Features import it, never each
 * other.
 */
package io.riskloom.app.result;
