package io.riskloom.app.playground.gan;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which of the plane's layers are shown. */
record PlaneLayers(
        BooleanProperty ground,
        BooleanProperty real,
        BooleanProperty fake,
        BooleanProperty manifold,
        BooleanProperty arrows) {

    PlaneLayers() {
        this(
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(false));
    }
}
