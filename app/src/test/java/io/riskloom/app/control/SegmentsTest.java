package io.riskloom.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class SegmentsTest {

    private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(1);
    private final Segments<Integer> segments = new Segments<>(chosen);

    private ToggleButton add(int value) {
        return segments.add(value, new SimpleStringProperty(String.valueOf(value)), "segment-" + value);
    }

    @Test
    void aButtonThatWasTakenAwayFollowsTheChoiceNoMore() {
        ToggleButton gone = add(2);
        segments.getChildren().clear();
        ToggleButton one = add(1);
        ToggleButton two = add(2);
        chosen.set(2);
        assertNull(gone.getToggleGroup());
        assertFalse(gone.isSelected());
        assertTrue(two.isSelected());
        assertFalse(one.isSelected());
        one.fire();
        assertEquals(1, chosen.get());
        assertFalse(two.isSelected());
    }
}
