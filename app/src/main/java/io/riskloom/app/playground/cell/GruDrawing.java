package io.riskloom.app.playground.cell;

import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.CellStep;
import java.util.List;

/** A GRU: the state runs along the top, the update gate mixes it with a candidate that the reset gate has shaped. */
final class GruDrawing {

    private final CellPen pen;
    private final CellStep step;
    private final List<String> stages;
    private final int reached;
    private final int unit;
    private final Texts texts;

    GruDrawing(CellPen pen, CellStep step, List<String> stages, int reached, int unit, Texts texts) {
        this.pen = pen;
        this.step = step;
        this.stages = stages;
        this.reached = reached;
        this.unit = unit;
        this.texts = texts;
    }

    private boolean shown(String stage) {
        return stages.indexOf(stage) <= reached;
    }

    private boolean current(String stage) {
        return stages.indexOf(stage) == reached;
    }

    private double after(String gate) {
        return step.gate(gate).after()[unit];
    }

    void draw(double width, double height) {
        double left = 96;
        double right = width - 112;
        double span = right - left;
        double line = 52;
        double gates = height - 118;
        double top = gates - CellPen.GATE_HEIGHT / 2;
        double mixed = (line + top) / 2 + 8;
        double bus = height - 38;
        double reset = left + 0.12 * span;
        double update = left + 0.40 * span;
        double candidate = left + 0.72 * span;
        double foot = gates + CellPen.GATE_HEIGHT / 2 + 24;
        for (double door : new double[] {reset, update, candidate}) {
            pen.wire(true, left - 84, bus, door, bus, door, foot);
        }
        pen.inputs(step, left - 84, bus + 22);
        boolean done = shown("hidden");
        pen.value(true, CellWords.indexed("h", unit), step.h()[unit], left - 84, line - 18, Anchor.START);
        pen.wire(true, left - 84, line, update - 14, line);
        pen.wire(done, update + 12, line, candidate - 14, line);
        pen.wire(done, candidate + 12, line, right + 8, line);
        pen.wire(done, update, top, update, line + 14);
        pen.wire(done, update, mixed, candidate - 14, mixed);
        pen.wire(done, candidate, top, candidate, mixed + 14);
        pen.wire(done, candidate, mixed - 12, candidate, line + 14);
        double side = (reset + update) / 2;
        pen.wire(
                shown("candidate"),
                reset + CellPen.GATE_WIDTH / 2,
                gates - 14,
                side,
                gates - 14,
                side,
                top - 14,
                update + CellPen.GATE_WIDTH / 2 + 24,
                top - 14,
                update + CellPen.GATE_WIDTH / 2 + 24,
                gates,
                candidate - CellPen.GATE_WIDTH / 2 - 6,
                gates);
        pen.function(done, "1 − z", (update + candidate) / 2, mixed);
        pen.operation(done, current("hidden"), "×", update, line);
        pen.operation(done, current("hidden"), "×", candidate, mixed);
        pen.operation(done, current("hidden"), "+", candidate, line);
        if (done) {
            double kept = after("update") * step.h()[unit];
            double added = (1 - after("update")) * after("candidate");
            pen.words(true, "z·h = " + CellWords.number(kept), (update + candidate) / 2, line - 10, false);
            pen.words(true, "(1 − z)·n = " + CellWords.number(added), candidate + 66, (line + mixed) / 2 + 4, false);
        }
        pen.value(done, CellWords.indexed("h′", unit), step.hidden()[unit], right + 14, line + 5, Anchor.START);
        gate("reset", "r", "σ", reset, gates);
        gate("update", "z", "σ", update, gates);
        gate("candidate", "n", "tanh", candidate, gates);
    }

    private void gate(String name, String letter, String function, double x, double y) {
        String title = letter + "  " + texts.get("cell.gate." + name);
        String sum =
                shown(name) ? function + "(" + CellWords.number(step.gate(name).sum()[unit]) + ")" : function;
        pen.gate(shown(name), current(name), title, sum, after(name), x, y);
    }
}
