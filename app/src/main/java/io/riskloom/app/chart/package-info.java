/** Chart models are records; one painter draws them to the screen, to PNG and to SVG. */
package io.riskloom.app.chart;
