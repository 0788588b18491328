package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.Progress;

/** Shows how far a file is read where tasks are shown; a cancelled task ends the reading. */
public final class ReadProgress implements Progress {

    private static final double STEP = 0.02;

    private final TaskItem item;
    private final Notice title;
    private double shown;

    public ReadProgress(TaskItem item, Notice title) {
        this.item = item;
        this.title = title;
    }

    @Override
    public boolean on(double share) {
        if (share - shown >= STEP) {
            shown = share;
            item.report(title, share);
        }
        return !item.isCancelled();
    }
}
