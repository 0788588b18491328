package io.riskloom.app.frame;

import javafx.beans.value.ObservableValue;

/**
 * Something the user can do from anywhere, listed by the command list.
 *
 * @param shortcut as shown, such as {@code Ctrl+O}; empty for none
 */
public record Action(ObservableValue<String> name, String shortcut, Runnable work) {}
