package io.riskloom.app.generate;

import io.riskloom.engine.judge.Holding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is held, for how long, and how it is looked at. */
final class RiskPosition {

    enum Side {
        LONG,
        SHORT
    }

    /** A series and its share of the amount, negative for one that is held the other way round. */
    record Leg(String series, DoubleProperty weight) {}

    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.LONG);
    private final DoubleProperty amount = new SimpleDoubleProperty(1_000_000);
    private final IntegerProperty days = new SimpleIntegerProperty(10);
    private final DoubleProperty level = new SimpleDoubleProperty(0.01);
    private final IntegerProperty paths = new SimpleIntegerProperty(10_000);
    private final LongProperty seed = new SimpleLongProperty(1);
    private final ObservableList<Leg> legs = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    RiskPosition() {
        List.<ObservableValue<?>>of(side, amount, days, level).forEach(this::follow);
    }

    private void follow(ObservableValue<?> value) {
        value.addListener((changed, before, now) -> changes.set(changes.get() + 1));
    }

    /** Counts changes of what is held and how it is looked at, not of what is drawn. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    ObjectProperty<Side> side() {
        return side;
    }

    boolean isShort() {
        return side.get() == Side.SHORT;
    }

    /** Above 0, of whichever money. */
    DoubleProperty amount() {
        return amount;
    }

    /** Horizon, at least 1. */
    IntegerProperty days() {
        return days;
    }

    /** Share of worse cases. */
    DoubleProperty level() {
        return level;
    }

    /** How many scenarios to draw. */
    IntegerProperty paths() {
        return paths;
    }

    LongProperty seed() {
        return seed;
    }

    /** The main series first. */
    ObservableList<Leg> legs() {
        return legs;
    }

    /** All of the amount is put into the first of other series; the same ones keep their weights. */
    void series(List<String> names) {
        if (legs.stream().map(Leg::series).toList().equals(names)) {
            return;
        }
        legs.setAll(names.stream()
                .map(name -> new Leg(name, new SimpleDoubleProperty(0)))
                .toList());
        legs.getFirst().weight().set(1);
        legs.forEach(leg -> follow(leg.weight()));
    }

    /** Empty where all weights are 0. */
    Optional<Holding> holding() {
        double sign = isShort() ? -1 : 1;
        double[] amounts = legs.stream()
                .mapToDouble(leg -> sign * amount.get() * leg.weight().get())
                .toArray();
        return Arrays.stream(amounts).allMatch(a -> a == 0) ? Optional.empty() : Optional.of(new Holding(amounts));
    }
}
