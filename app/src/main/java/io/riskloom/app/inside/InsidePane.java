package io.riskloom.app.inside;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** One tab of the page. */
interface InsidePane {

    /** Built once; takes the height that is left, the page scrolls where that is less than its least height. */
    Node content();

    /** Its settings, in the panel on the right below what is looked at. */
    Node settings();

    /** It is on screen or no longer: the engine is asked only meanwhile. */
    void look(boolean shown);

    /** A key that no control of the page has used; tells whether it was one of this tab's. */
    default boolean key(KeyEvent event) {
        return false;
    }

    /** Escape: gives up what takes long. */
    default void cancel() {}
}
