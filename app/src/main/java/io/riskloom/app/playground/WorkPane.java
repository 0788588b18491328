package io.riskloom.app.playground;

import javafx.scene.Node;

/** The grids of one mode. */
interface WorkPane {

    Node node();

    /** After the set-up changed. */
    void show();

    /** After another cell or term is looked at. */
    void frames();

    /** @param width and {@code height} that there are */
    void fit(double width, double height);

    /** The grid that takes the keys when the page opens. */
    void focus();
}
