package io.riskloom.app;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds words that had no room. */
final class CutWords {

    private CutWords() {}

    /** Labels and buttons on screen whose words had to be shortened. */
    static void collect(Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && labeled.lookup(".text") instanceof Text t) {
            String shown = t.getText();
            if (t.getParent() == labeled
                    && shown.endsWith("...")
                    && !labeled.getText().endsWith("...")) {
                cut.add(labeled.getText() + " → " + shown);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
        }
    }
}
