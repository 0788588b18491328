/** Words and numbers for people: the message bundles in both languages and the formats. */
package io.riskloom.app.text;
