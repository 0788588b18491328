/** The page Data: what was loaded, as chart, table and list of columns. */
package io.riskloom.app.data;
