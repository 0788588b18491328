package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.HeatPanels.Panel;

/** Colours of heat maps: on the ground, or as a veil over a picture. */
final class PanelColours {

    /** Of the strongest colour over a picture: grey shows through. */
    private static final double VEIL = 0.8;

    private static final int POSITIVE = 0xff4493f8;
    private static final int NEGATIVE = 0xffe5484d;

    private PanelColours() {}

    /** Of a share in [0, 1] of the way from low to high. */
    static int ground(Palette palette, Panel panel, double share) {
        return switch (panel.colours()) {
            case GREY -> Palette.grey(share);
            case SEQUENTIAL -> palette.sequential(share);
            case DIVERGING -> palette.diverging(2 * share - 1);
            case TURNED -> palette.diverging(1 - 2 * share);
        };
    }

    /** Clear for nothing, thicker for more. */
    static int veil(Panel panel, double share) {
        double strength =
                switch (panel.colours()) {
                    case GREY, SEQUENTIAL -> share;
                    case DIVERGING -> 2 * share - 1;
                    case TURNED -> 1 - 2 * share;
                };
        int colour = strength < 0 ? NEGATIVE : POSITIVE;
        return Palette.alpha(colour, VEIL * Math.clamp(Math.abs(strength), 0, 1));
    }

    /** As {@link #veil} over the middle of the grey. */
    static int veiled(Panel panel, double share) {
        int top = veil(panel, share);
        double opacity = Palette.opacity(top);
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            mixed = mixed << 8 | (int) Math.round(opacity * (top >> shift & 0xff) + (1 - opacity) * 0x80);
        }
        return mixed;
    }
}
