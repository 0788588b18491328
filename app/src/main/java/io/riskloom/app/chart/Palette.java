package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.Tone;
import java.util.Locale;

/**
 * The colours of a chart as 0xAARRGGBB; the same values as the style sheet's variables. Green and red mean up/down and
 * good/bad and nothing else; signed values use blue for positive and red for negative, which colour-blind readers tell apart.
 *
 * @param redUp red for rising and green for falling prices, the habit in China; good and bad keep their colours
 */
public record Palette(
        boolean dark,
        boolean redUp,
        int background,
        int panel,
        int line,
        int text,
        int muted,
        int accent,
        int good,
        int bad,
        int grid,
        int soft,
        int amber,
        int second,
        int third,
        int fourth) {

    public static final Palette LIGHT = new Palette(
            false,
            false,
            0xfff6f8fa,
            0xffffffff,
            0xffd0d7de,
            0xff1f2328,
            0xff656d76,
            0xff0969da,
            0xff1a7f37,
            0xffcf222e,
            0xffeaeef2,
            0xffddf4ff,
            0xff9a6700,
            0xff8250df,
            0xff1b7c83,
            0xffbf3989);
    public static final Palette DARK = new Palette(
            true,
            false,
            0xff0d1117,
            0xff161b22,
            0xff30363d,
            0xffe6edf3,
            0xff8d96a0,
            0xff4493f8,
            0xff3fb950,
            0xfff85149,
            0xff21262d,
            0xff121d2f,
            0xffd29922,
            0xffa371f7,
            0xff39c5cf,
            0xffdb61a2);

    /** Opacity of the 90 % band; the 50 % band lies on top of it. */
    public static final double BAND90 = 0.16;

    public static final double BAND50 = 0.26;

    private static final int[] LIGHT_NEGATIVE = {0xffffffff, 0xfff4a582, 0xffb2182b};
    private static final int[] LIGHT_POSITIVE = {0xffffffff, 0xff92c5de, 0xff2166ac};
    private static final int[] DARK_NEGATIVE = {0xff161b22, 0xff8f2f2f, 0xffff8a80};
    private static final int[] DARK_POSITIVE = {0xff161b22, 0xff2a5a9c, 0xff79c0ff};
    private static final int[] LIGHT_SEQUENCE = {0xfff6f8fa, 0xff54a3ec, 0xff0a3069};
    private static final int[] DARK_SEQUENCE = {0xff161b22, 0xff1f6feb, 0xffcae8ff};

    public Palette withRedUp(boolean on) {
        return new Palette(
                dark,
                on,
                background,
                panel,
                line,
                text,
                muted,
                accent,
                good,
                bad,
                grid,
                soft,
                amber,
                second,
                third,
                fourth);
    }

    public int up() {
        return redUp ? bad : good;
    }

    public int down() {
        return redUp ? good : bad;
    }

    public int tone(Tone tone) {
        return switch (tone) {
            case ACCENT -> accent;
            case FOREGROUND -> text;
            case MUTED -> muted;
            case GOOD -> good;
            case BAD -> bad;
            case AMBER -> amber;
            case SECOND -> second;
            case THIRD -> third;
            case FOURTH -> fourth;
        };
    }

    /** Red for −1, the panel's colour for 0, blue for +1; values outside are cut off, NaN is the grid's colour. */
    public int diverging(double share) {
        if (Double.isNaN(share)) {
            return grid;
        }
        int[] stops = share < 0 ? (dark ? DARK_NEGATIVE : LIGHT_NEGATIVE) : (dark ? DARK_POSITIVE : LIGHT_POSITIVE);
        return blend(stops, Math.abs(share));
    }

    /** From the panel's colour for 0 over blue to the far end of its lightness for 1; NaN is the grid's colour. */
    public int sequential(double share) {
        return Double.isNaN(share) ? grid : blend(dark ? DARK_SEQUENCE : LIGHT_SEQUENCE, share);
    }

    /** From black for 0 to white for 1, in both themes; values outside are cut off. */
    public static int grey(double share) {
        int level = (int) Math.round(255 * Math.clamp(share, 0, 1));
        return 0xff000000 | level << 16 | level << 8 | level;
    }

    /** The colour with its opacity replaced. */
    public static int alpha(int argb, double opacity) {
        return argb & 0xffffff | (int) Math.round(opacity * 255) << 24;
    }

    /** Opacity in [0, 1]. */
    public static double opacity(int argb) {
        return (argb >>> 24) / 255.0;
    }

    /** {@code #rrggbb}, without the opacity. */
    public static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }

    private static int blend(int[] stops, double share) {
        double at = Math.clamp(share, 0, 1) * (stops.length - 1);
        int i = Math.min((int) at, stops.length - 2);
        double t = at - i;
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = stops[i] >> shift & 0xff;
            int b = stops[i + 1] >> shift & 0xff;
            mixed = mixed << 8 | (int) Math.round(a + (b - a) * t);
        }
        return mixed;
    }
}
