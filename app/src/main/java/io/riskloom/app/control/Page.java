package io.riskloom.app.control;

import javafx.scene.Node;

/** A page of the workbench. */
public interface Page {

    /** Key of its name, icon and rail entry: {@code page.ID} in the bundle {@code common}. */
    String id();

    /** The centre; built once. */
    Node content();

    /** The context panel on the right; built once. */
    Node context();

    /** Called each time the page is shown. */
    default void shown() {}

    /** The page's one primary action (Ctrl+Enter). */
    default void primaryAction() {}

    /** Ctrl+Z: takes the last change back. */
    default void undo() {}

    /** Ctrl+Y or Ctrl+Shift+Z. */
    default void redo() {}

    /** Esc: stops what the page is doing. */
    default void cancelAction() {}
}
