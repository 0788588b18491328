package io.riskloom.app.playground.cell;

import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.CellStep;
import java.util.List;

/** An LSTM cell: the cell state runs along the top, the gates act on it from below, the state leaves on the right. */
final class LstmDrawing {

    private final CellPen pen;
    private final CellStep step;
    private final List<String> stages;
    private final int reached;
    private final int unit;
    private final Texts texts;

    LstmDrawing(CellPen pen, CellStep step, List<String> stages, int reached, int unit, Texts texts) {
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
        double product = (line + gates - CellPen.GATE_HEIGHT / 2) / 2 + 8;
        double bus = height - 38;
        double forget = left + 0.10 * span;
        double input = left + 0.32 * span;
        double times = left + 0.43 * span;
        double candidate = left + 0.54 * span;
        double output = left + 0.76 * span;
        double last = left + 0.91 * span;
        bus(bus, gates, left, forget, input, candidate, output);
        cellLine(line, left, right, forget, times, last);
        double top = gates - CellPen.GATE_HEIGHT / 2;
        pen.wire(shown("cell"), forget, top, forget, line + 14);
        pen.wire(shown("cell"), input, top, input, product, times - 14, product);
        pen.wire(shown("cell"), candidate, top, candidate, product, times + 14, product);
        pen.wire(shown("cell"), times, product - 12, times, line + 14);
        pen.wire(shown("hidden"), output, top, output, product, last - 14, product);
        pen.wire(shown("hidden"), last, line + 2, last, product - 14);
        pen.wire(shown("hidden"), last + 12, product, right + 8, product);
        pen.function(shown("hidden"), "tanh", last, (line + product) / 2);
        pen.operation(shown("cell"), current("cell"), "×", forget, line);
        pen.operation(shown("cell"), current("cell"), "×", times, product);
        pen.operation(shown("cell"), current("cell"), "+", times, line);
        pen.operation(shown("hidden"), current("hidden"), "×", last, product);
        products(line, product, forget, times);
        pen.value(
                shown("hidden"),
                CellWords.indexed("h′", unit),
                step.hidden()[unit],
                right + 14,
                product + 5,
                Anchor.START);
        gate("forget", "f", "σ", forget, gates);
        gate("input", "i", "σ", input, gates);
        gate("candidate", "g", "tanh", candidate, gates);
        gate("output", "o", "σ", output, gates);
    }

    private void bus(double bus, double gates, double left, double... doors) {
        double foot = gates + CellPen.GATE_HEIGHT / 2 + 24;
        for (double door : doors) {
            pen.wire(true, left - 84, bus, door, bus, door, foot);
        }
        pen.inputs(step, left - 84, bus + 22);
    }

    private void cellLine(double line, double left, double right, double forget, double times, double last) {
        pen.value(true, CellWords.indexed("c", unit), step.c()[unit], left - 84, line - 18, Anchor.START);
        pen.wire(true, left - 84, line, forget - 14, line);
        pen.wire(shown("cell"), forget + 12, line, times - 14, line);
        pen.wire(shown("cell"), times + 12, line, right + 8, line);
        pen.value(shown("cell"), CellWords.indexed("c′", unit), step.cell()[unit], right + 14, line + 5, Anchor.START);
    }

    private void products(double line, double product, double forget, double times) {
        boolean shown = shown("cell");
        if (shown) {
            double kept = after("forget") * step.c()[unit];
            double added = after("input") * after("candidate");
            pen.words(true, "f·c = " + CellWords.number(kept), (forget + times) / 2, line - 10, false);
            pen.words(true, "i·g = " + CellWords.number(added), times + 48, (line + product) / 2 + 4, false);
        }
    }

    private void gate(String name, String letter, String function, double x, double y) {
        String title = letter + "  " + texts.get("cell.gate." + name);
        String sum =
                shown(name) ? function + "(" + CellWords.number(step.gate(name).sum()[unit]) + ")" : function;
        pen.gate(shown(name), current(name), title, sum, after(name), x, y);
    }
}
