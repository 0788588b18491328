package io.riskloom.app.playground.residual;

import io.riskloom.app.chart.Palette;
import io.riskloom.app.chart.Surface;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.BlockTrace;

/** Draws one block with the numbers of one window: tiles of channels × days, arrows, both branches into the sum. */
final class BlockDrawing {

    private static final double PLUS = 13;
    private static final double HIDDEN = 0.25;

    private final Surface s;
    private final Palette palette;
    private final BlockPlaces places;
    private final BlockTrace trace;
    private final BlockModel model;
    private final Texts texts;
    private final String activation;
    private final double scale;

    BlockDrawing(
            Surface surface,
            Palette palette,
            BlockPlaces places,
            BlockTrace trace,
            BlockModel model,
            String activation,
            Texts texts) {
        this.s = surface;
        this.palette = palette;
        this.places = places;
        this.trace = trace;
        this.model = model;
        this.activation = activation;
        this.texts = texts;
        this.scale = BlockModel.scale(trace);
    }

    void draw() {
        arrow("input", "inner");
        arrow("inner", "act1");
        arrow("act1", "branch");
        shortcut();
        plus();
        arrow("sum", "output");
        for (int i = 0; i < BlockModel.STAGES.size(); i++) {
            tile(i);
        }
    }

    private boolean shown(String stage) {
        return BlockModel.STAGES.indexOf(stage) <= model.stage().get();
    }

    private boolean current(String stage) {
        return BlockModel.STAGES.indexOf(stage) == model.stage().get();
    }

    private Pen pen(boolean strong) {
        return Pen.solid(strong ? palette.text() : Palette.alpha(palette.muted(), 0.5), strong ? 1.5 : 1);
    }

    private void arrow(String from, String to) {
        BlockPlaces.Box a = places.of(from);
        BlockPlaces.Box b = places.of(to);
        line(shown(to), a.right() + 6, a.centre(), b.x() - 6, b.centre());
    }

    /** With a head at its end; straight across or straight up. */
    private void line(boolean strong, double x1, double y1, double x2, double y2) {
        Pen pen = pen(strong);
        s.line(x1, y1, x2, y2, pen);
        boolean up = x1 == x2;
        double[] x = up ? new double[] {x2 - 4, x2 + 4, x2} : new double[] {x2 - 6, x2 - 6, x2};
        double[] y = up ? new double[] {y2 + 6, y2 + 6, y2} : new double[] {y2 - 4, y2 + 4, y2};
        s.polygon(x, y, 3, pen.argb());
    }

    private void shortcut() {
        BlockPlaces.Box input = places.of("input");
        boolean strong = shown("shortcut");
        Pen pen = pen(strong);
        double lane = places.lane();
        double start = input.bottom() + 30;
        s.line(input.middle(), start, input.middle(), lane, pen);
        BlockPlaces.Box tile = places.of("shortcut");
        if (tile == null) {
            s.line(input.middle(), lane, places.plusX(), lane, pen);
            words(texts.get("residual.block.identity"), places.of("act1").middle(), lane - 8, strong, Weight.REGULAR);
        } else {
            line(strong, input.middle(), lane, tile.x() - 6, lane);
            s.line(tile.right() + 6, lane, places.plusX(), lane, pen);
        }
        line(strong, places.plusX(), lane, places.plusX(), places.plusY() + PLUS + 3);
    }

    private void plus() {
        boolean strong = shown("sum");
        BlockPlaces.Box branch = places.of("branch");
        line(strong, branch.right() + 6, branch.centre(), places.plusX() - PLUS - 3, branch.centre());
        line(
                strong,
                places.plusX() + PLUS + 3,
                branch.centre(),
                places.of("sum").x() - 6,
                branch.centre());
        double x = places.plusX();
        double y = places.plusY();
        Pen pen = Pen.solid(strong ? palette.accent() : palette.muted(), 2);
        s.box(x - PLUS, y - PLUS, 2 * PLUS, 2 * PLUS, PLUS, palette.panel(), pen);
        s.line(x - 6, y, x + 6, y, pen);
        s.line(x, y - 6, x, y + 6, pen);
    }

    private void tile(int number) {
        String stage = BlockModel.STAGES.get(number);
        BlockPlaces.Box box = places.of(stage);
        if (box == null) {
            return;
        }
        double[][] values = BlockModel.values(trace, stage);
        boolean strong = shown(stage);
        if (strong) {
            s.cells(colours(values), values.length, values[0].length, box.x(), box.y(), box.width(), box.height());
        }
        Pen edge = current(stage) ? Pen.solid(palette.accent(), 2) : Pen.solid(palette.line(), 1);
        s.box(box.x(), box.y(), box.width(), box.height(), 2, 0, edge);
        words(title(stage), box.middle(), box.y() - 24, strong, Weight.SEMIBOLD);
        words(operation(stage), box.middle(), box.y() - 8, strong, Weight.REGULAR);
        String shape = texts.get("residual.block.shape", values.length, values[0].length);
        words(shape, box.middle(), box.bottom() + 16, strong, Weight.REGULAR);
        if (strong) {
            frame(stage, box, values);
        }
    }

    private int[] colours(double[][] values) {
        int[] argb = new int[values.length * values[0].length];
        for (int i = 0; i < argb.length; i++) {
            double value = values[i / values[0].length][i % values[0].length];
            argb[i] = palette.diverging(scale == 0 ? 0 : value / scale);
        }
        return argb;
    }

    /** Around the cell that is looked at, where its numbers come from or go. */
    private void frame(String stage, BlockPlaces.Box box, double[][] values) {
        boolean own =
                stage.equals("branch") || stage.equals("shortcut") || stage.equals("sum") || stage.equals("output");
        boolean identity = stage.equals("input") && !trace.projected();
        if (!own && !identity) {
            return;
        }
        double w = box.width() / values[0].length;
        double h = box.height() / values.length;
        double x = box.x() + model.day().get() * w;
        double y = box.y() + model.channel().get() * h;
        s.box(x - 1, y - 1, Math.max(5, w + 2), Math.max(5, h + 2), 1, 0, Pen.solid(palette.text(), 1.5));
    }

    private String title(String stage) {
        return switch (stage) {
            case "input" -> "x";
            case "inner" -> "W₁·x";
            case "branch" -> "F(x)";
            case "shortcut" -> "P·x";
            case "sum" -> trace.projected() ? "F(x) + P·x" : "F(x) + x";
            case "output" -> "y";
            default -> texts.get("residual.block.act1");
        };
    }

    private String operation(String stage) {
        String norm = BlockModel.normed(trace) ? texts.get("residual.block.norm") : "";
        return switch (stage) {
            case "inner" -> texts.get("residual.block.conv", 3, trace.stride(), norm);
            case "branch" -> texts.get("residual.block.conv", 3, 1, norm);
            case "shortcut" -> texts.get("residual.block.conv", 1, trace.stride(), "");
            case "act1", "output" -> texts.get("residual.activation." + activation);
            case "sum" -> texts.get("residual.block.scale", Formats.compact(scale));
            default -> Formats.day(trace.day());
        };
    }

    private void words(String words, double x, double y, boolean strong, Weight weight) {
        int colour = weight == Weight.SEMIBOLD ? palette.text() : palette.muted();
        s.text(words, x, y, 12, weight, Anchor.MIDDLE, strong ? colour : Palette.alpha(colour, 2 * HIDDEN));
    }
}
