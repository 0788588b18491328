package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Weight;

/** What all surfaces do with words. */
final class SurfaceText {

    private SurfaceText() {}

    /** How far left of its x a text of a width begins. */
    static double shift(Anchor anchor, double width) {
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
    }

    /** The words, cut with an ellipsis where they are wider than the room. */
    static String fit(Surface surface, String words, double size, Weight weight, double room) {
        if (surface.textWidth(words, size, weight) <= room) {
            return words;
        }
        int end = words.length();
        while (end > 0 && surface.textWidth(words.substring(0, end) + "…", size, weight) > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : words.substring(0, end).stripTrailing() + "…";
    }
}
