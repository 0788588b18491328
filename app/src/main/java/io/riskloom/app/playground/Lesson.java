package io.riskloom.app.playground;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** One of the playground's lessons: what stands in the middle, its settings on the right. */
public interface Lesson {

    /**
     * Such as {@code convolution}; its name on the page is the text {@code playground.lesson.ID}, what it is about
     * {@code playground.lesson.ID.about}.
     */
    String id();

    /** Takes all the height that the page has; scrolls by itself where it needs more. */
    Node content();

    /** Settings on the right. */
    Node context();

    /** It is looked at: from now on engines may be started and asked. */
    void shown();

    /** Another lesson or page is looked at: whatever plays is paused, and no engine is asked until {@link #shown}. */
    void hidden();

    /** Escape. */
    void cancelAction();

    /** Ctrl+Enter. */
    default void primaryAction() {}

    /** Ctrl+Z, wherever the focus is. */
    default void undo() {}

    /** Ctrl+Y or Ctrl+Shift+Z. */
    default void redo() {}

    /**
     * Keys that no control of the middle has used, while this lesson is shown; consumes what it uses. Also asked before a
     * focused button of the middle, save for Space and Enter, which are the button's own.
     */
    default void keys(KeyEvent event) {}
}
