package io.riskloom.app.chart;

/**
 * How a chart is drawn, beside what it shows.
 *
 * @param log      logarithmic prices
 * @param title    drawn above the legend, empty for none
 * @param head     height of the band that holds the legend
 * @param reserved width at the right of that band left free for buttons
 */
record Style(Palette palette, boolean log, String title, double head, double reserved) {

    static final double TEXT = 12;
    static final double HEAD = 32;
    static final double CARD_HEAD = 40;

    static Style of(Palette palette) {
        return new Style(palette, false, "", HEAD, 0);
    }

    Style withTitle(String words) {
        return new Style(palette, log, words, head, reserved);
    }
}
