package io.riskloom.app.data;

import io.riskloom.app.session.DataShelf;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.RecentFile;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that are open and those that were. */
final class FilesModel {

    private final DataShelf shelf;
    private final ObservableList<RecentFile> recent = FXCollections.observableArrayList();

    FilesModel(DataShelf shelf) {
        this.shelf = shelf;
        InvalidationListener changed = change -> refresh();
        shelf.recent().files().addListener(changed);
        shelf.opened().addListener(changed);
        refresh();
    }

    private void refresh() {
        List<Path> open = shelf.opened().stream().map(Dataset::file).toList();
        recent.setAll(shelf.recent().files().stream()
                .filter(file -> !open.contains(file.file()))
                .toList());
    }

    ObservableList<Dataset> opened() {
        return shelf.opened();
    }

    ReadOnlyObjectProperty<Dataset> active() {
        return shelf.active();
    }

    /** Files opened before that are not open now, newest first. */
    ObservableList<RecentFile> recent() {
        return recent;
    }

    void open(List<Path> files) {
        shelf.open(files);
    }

    void show(Dataset dataset) {
        shelf.show(dataset);
    }

    void close(Dataset dataset) {
        shelf.close(dataset);
    }

    void relink(Path missing, Path found) {
        shelf.relink(missing, found);
    }

    /** Looks again which of the recent files are there. */
    void look() {
        shelf.recent().refresh();
    }
}
