package io.riskloom.app.frame;

import io.riskloom.app.session.LiveStudy;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.text.Texts;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Everything that runs, where it is more than one thing: choosing an entry cancels it. */
final class TaskMenu extends MenuButton {

    private final Session session;
    private final Texts texts;

    TaskMenu(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        setId("status-tasks");
        session.tasks().items().addListener((ListChangeListener<Object>) change -> fill());
        session.live().addListener((o, was, is) -> fill());
        session.studies().live().addListener((o, was, is) -> fill());
        session.working().addListener((o, was, is) -> fill());
        texts.locale().addListener((Observable o) -> fill());
        fill();
    }

    private void fill() {
        getItems().clear();
        if (session.training()) {
            String id = session.live().get().run().get().id();
            getItems().add(entry(id, () -> session.live().get().cancel()));
        }
        if (session.studies().running()) {
            LiveStudy study = session.studies().live().get();
            getItems().add(entry(study.study().id(), study::cancel));
        }
        for (TaskItem item : session.tasks().items()) {
            getItems().add(entry(texts.of(item.title().get()), item::cancel));
        }
        setText(texts.get("common.status.tasks", getItems().size()));
        setVisible(getItems().size() > 1);
        setManaged(isVisible());
    }

    private MenuItem entry(String title, Runnable cancel) {
        MenuItem entry = new MenuItem(texts.get("common.status.cancelTask", title));
        entry.setOnAction(e -> cancel.run());
        return entry;
    }
}
