package io.riskloom.app.generate;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Nodes in two columns of equal width, row by row; sentences in them wrap at that width. */
final class Halves extends GridPane {

    private static final double GAP = 12;

    Halves(Node... nodes) {
        super(GAP, GAP);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().setAll(half, half);
        for (Node node : nodes) {
            add(node);
        }
    }

    void add(Node node) {
        int at = getChildren().size();
        add(node, at % 2, at / 2);
        setValignment(node, VPos.TOP);
    }
}
