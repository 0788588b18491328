package io.riskloom.app.generate;

import io.riskloom.engine.model.Details;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * A fact on one line: its 99 % and 90 % bands as bars, the real value as a tick, the first simulator as a dot, the others as
 * rings. A value far outside stands at the end. Empty where a band or the real value is not known.
 */
final class BandBar extends Region {

    private static final double HEIGHT = 16;
    private static final double RADIUS = 4;
    /** As the charts colour generator, bootstrap and GARCH. */
    private static final List<String> COLOURS = List.of("-color-accent-emphasis", "-rl-second", "-rl-third");

    private final FactRow row;
    private final double low;
    private final double high;

    BandBar(FactRow row) {
        this.row = row;
        Details.Fact fact = row.fact();
        double room = (fact.farHigh() - fact.farLow()) / 2;
        DoubleStream values =
                row.values().stream().mapToDouble(FactRow.Value::number).filter(Double::isFinite);
        double[] ends = DoubleStream.concat(values, DoubleStream.of(fact.farLow(), fact.farHigh(), fact.real()))
                .toArray();
        low = Math.max(fact.farLow() - room, DoubleStream.of(ends).min().orElse(0));
        high = Math.min(fact.farHigh() + room, DoubleStream.of(ends).max().orElse(1));
        setMinSize(60, HEIGHT);
        setPrefSize(150, HEIGHT);
        setMaxHeight(HEIGHT);
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        Details.Fact fact = row.fact();
        getChildren().clear();
        if (!DoubleStream.of(fact.farLow(), fact.low(), fact.real(), fact.high(), fact.farHigh())
                .allMatch(Double::isFinite)) {
            return;
        }
        bar(fact.farLow(), fact.farHigh(), 4, "-color-neutral-muted");
        bar(fact.low(), fact.high(), 8, "-color-neutral-muted");
        Line real = new Line(at(fact.real()), 1, at(fact.real()), HEIGHT - 1);
        real.setStyle("-fx-stroke: -color-fg-default; -fx-stroke-width: 2;");
        getChildren().add(real);
        for (int i = row.values().size() - 1; i >= 0; i--) {
            double value = row.values().get(i).number();
            if (Double.isFinite(value)) {
                Circle mark = new Circle(at(value), HEIGHT / 2, RADIUS);
                String colour = COLOURS.get(i % COLOURS.size());
                mark.setStyle("-fx-stroke-width: 1.5; -fx-stroke: " + colour + "; -fx-fill: "
                        + (i == 0 ? colour : "transparent") + ";");
                getChildren().add(mark);
            }
        }
    }

    private void bar(double from, double to, double height, String colour) {
        Shape bar = new Rectangle(at(from), (HEIGHT - height) / 2, Math.max(1, at(to) - at(from)), height);
        bar.setStyle("-fx-fill: " + colour + ";");
        getChildren().add(bar);
    }

    private double at(double value) {
        double share = high > low ? (Math.clamp(value, low, high) - low) / (high - low) : 0.5;
        return RADIUS + 1 + share * (getWidth() - 2 * RADIUS - 2);
    }
}
