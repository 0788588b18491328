package io.riskloom.app.task;

import io.riskloom.engine.data.Notice;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One running task as the status bar shows it. Properties change on the JavaFX thread. */
public final class TaskItem {

    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Notice> title;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper();
    private volatile boolean cancelAsked;
    private Runnable onCancel = () -> {};

    TaskItem(Notice title, Tasks tasks) {
        this.title = new ReadOnlyObjectWrapper<>(title);
        this.tasks = tasks;
    }

    void onCancel(Runnable work) {
        onCancel = work;
    }

    public ReadOnlyObjectProperty<Notice> title() {
        return title.getReadOnlyProperty();
    }

    /** In [0, 1], or −1 where it is not known. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Set at once when a cancel was asked for, before the work has stopped. */
    public ReadOnlyBooleanProperty cancelled() {
        return cancelled.getReadOnlyProperty();
    }

    /** Asked by the work itself between its steps; any thread. */
    public boolean isCancelled() {
        return cancelAsked;
    }

    /** From any thread. */
    public void report(Notice newTitle, double share) {
        tasks.ui(() -> {
            title.set(newTitle);
            progress.set(share);
        });
    }

    public void cancel() {
        if (!cancelAsked) {
            cancelAsked = true;
            tasks.ui(() -> cancelled.set(true));
            onCancel.run();
        }
    }
}
