package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.Palette;
import io.riskloom.app.chart.Surface;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.engine.lesson.ArenaTrace.Kind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Noise, generator, generated and real rows, discriminator and loss in a row; what flows in a stage stands out. */
final class FlowDrawing {

    private enum Part {
        NOISE("z", 0, 0.62),
        GENERATOR("G", 1, 0.62),
        FAKE("G(z)", 2, 0.62),
        REAL("x", 2, 0.2),
        DISCRIMINATOR("D", 3, 0.41),
        LOSS("L", 4, 0.41);

        private final String words;
        private final int column;
        private final double row;

        Part(String words, int column, double row) {
            this.words = words;
            this.column = column;
            this.row = row;
        }

        boolean network() {
            return this == GENERATOR || this == DISCRIMINATOR;
        }
    }

    private static final Map<Kind, Set<Part>> LIT = new EnumMap<>(Map.of(
            Kind.NOISE, EnumSet.of(Part.NOISE),
            Kind.FAKES, EnumSet.of(Part.NOISE, Part.GENERATOR, Part.FAKE),
            Kind.SCORES, EnumSet.of(Part.REAL, Part.FAKE, Part.DISCRIMINATOR),
            Kind.DISCRIMINATOR_LOSS, EnumSet.of(Part.DISCRIMINATOR, Part.LOSS),
            Kind.DISCRIMINATOR_UPDATE, EnumSet.of(Part.LOSS, Part.DISCRIMINATOR),
            Kind.GENERATOR_LOSS, EnumSet.of(Part.DISCRIMINATOR, Part.LOSS),
            Kind.GRADIENTS, EnumSet.of(Part.LOSS, Part.DISCRIMINATOR, Part.FAKE),
            Kind.GENERATOR_UPDATE, EnumSet.of(Part.LOSS, Part.DISCRIMINATOR, Part.FAKE, Part.GENERATOR)));

    private static final Set<Kind> BACK = EnumSet.of(Kind.DISCRIMINATOR_UPDATE, Kind.GRADIENTS, Kind.GENERATOR_UPDATE);

    private static final double WIDE = 56;
    private static final double HIGH = 26;

    private FlowDrawing() {}

    /** @param withReal whether real rows are judged in this stage too */
    static void paint(Surface s, Palette palette, double width, double height, Kind kind, boolean withReal) {
        Set<Part> lit = EnumSet.copyOf(LIT.get(kind));
        if (!withReal) {
            lit.remove(Part.REAL);
        }
        boolean back = BACK.contains(kind);
        wire(s, palette, width, height, Part.NOISE, Part.GENERATOR, lit, back);
        wire(s, palette, width, height, Part.GENERATOR, Part.FAKE, lit, back);
        wire(s, palette, width, height, Part.FAKE, Part.DISCRIMINATOR, lit, back);
        wire(s, palette, width, height, Part.REAL, Part.DISCRIMINATOR, lit, back);
        wire(s, palette, width, height, Part.DISCRIMINATOR, Part.LOSS, lit, back);
        for (Part part : Part.values()) {
            box(s, palette, width, height, part, lit.contains(part));
        }
    }

    private static double x(Part part, double width) {
        return WIDE / 2 + 4 + part.column * (width - WIDE - 8) / 4;
    }

    private static void wire(
            Surface s, Palette palette, double width, double height, Part from, Part to, Set<Part> lit, boolean back) {
        boolean flows = lit.contains(from) && lit.contains(to);
        int colour = flows ? back ? palette.fourth() : palette.accent() : palette.line();
        Pen pen = flows && back ? Pen.dashed(colour, 2) : Pen.solid(colour, flows ? 2 : 1);
        double startX = x(from, width) + WIDE / 2;
        double startY = from.row * height;
        double endX = x(to, width) - WIDE / 2;
        double endY = to.row * height;
        s.line(startX, startY, endX, endY, pen);
        if (flows) {
            double tipX = back ? startX : endX;
            double tipY = back ? startY : endY;
            double length = Math.hypot(endX - startX, endY - startY) * (back ? -1 : 1);
            double dx = (endX - startX) / length * 8;
            double dy = (endY - startY) / length * 8;
            s.polygon(
                    new double[] {tipX, tipX - dx - dy / 2, tipX - dx + dy / 2},
                    new double[] {tipY, tipY - dy + dx / 2, tipY - dy - dx / 2},
                    3,
                    colour);
        }
    }

    private static void box(Surface s, Palette palette, double width, double height, Part part, boolean lit) {
        double x = x(part, width) - WIDE / 2;
        double y = part.row * height - HIGH / 2;
        int fill = lit ? palette.soft() : palette.panel();
        Pen border = Pen.solid(lit ? palette.accent() : palette.line(), lit ? 2 : 1);
        s.box(x, y, WIDE, HIGH, part.network() ? 4 : HIGH / 2, fill, border);
        s.text(
                part.words,
                x + WIDE / 2,
                y + HIGH / 2 + 4.5,
                13,
                part.network() ? Weight.SEMIBOLD : Weight.REGULAR,
                Anchor.MIDDLE,
                lit ? palette.text() : palette.muted());
    }
}
