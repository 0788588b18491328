package io.riskloom.app.playground.residual;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.StackFigures;
import java.util.Locale;

/** A race in one sentence: what of the last layer's gradient reaches the first, and who is right how often. */
final class Verdict {

    /** A first layer whose gradient is smaller against the last one's does not learn in any time that one would wait. */
    private static final double VANISHED = 1e-3;

    private static final double EXPLODED = 1e3;

    private Verdict() {}

    static String of(RaceFrame frame, Texts texts) {
        double plain = reach(frame.plain());
        double residual = reach(frame.residual());
        return texts.get(
                key(frame, plain, residual),
                words(frame.plain(), plain, texts),
                words(frame.residual(), residual, texts),
                right(frame.plain(), texts),
                right(frame.residual(), texts));
    }

    private static String key(RaceFrame frame, double plain, double residual) {
        if (frame.plain().broken() || frame.residual().broken()) {
            return "residual.verdict.broken";
        }
        if (plain < VANISHED && residual >= VANISHED) {
            return "residual.verdict.plain";
        }
        if (plain < VANISHED) {
            return "residual.verdict.both";
        }
        return residual > EXPLODED || plain > EXPLODED ? "residual.verdict.exploded" : "residual.verdict.neither";
    }

    /** The first layer's gradient norm over the last one's; NaN where the last has none. */
    static double reach(StackFigures figures) {
        double[] norms = figures.gradients();
        return norms[0] / norms[norms.length - 1];
    }

    private static String words(StackFigures figures, double reach, Texts texts) {
        return figures.broken() || Double.isNaN(reach) ? texts.get("residual.verdict.noNumber") : power(reach);
    }

    private static String right(StackFigures figures, Texts texts) {
        return Double.isNaN(figures.accuracy())
                ? texts.get("residual.verdict.noNumber")
                : Formats.percent(figures.accuracy(), 1);
    }

    /** Two digits; below a hundredth and above a thousand as a power of ten. */
    static String power(double value) {
        if (value == 0 || value >= 0.01 && value < 1000) {
            return Formats.number(value, value < 1 ? 2 : value < 10 ? 1 : 0);
        }
        String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e");
        int exponent = Integer.parseInt(parts[1]);
        StringBuilder raised = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : String.valueOf(Math.abs(exponent)).toCharArray()) {
            raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return parts[0] + "·10" + raised;
    }
}
