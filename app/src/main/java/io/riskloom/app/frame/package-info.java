/** The window around the pages: top bar, rail, status bar, command list, theme and language. Knows no page's class. */
package io.riskloom.app.frame;
