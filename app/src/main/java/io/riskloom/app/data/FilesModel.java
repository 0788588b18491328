package io.riskloom.app.data;

import io.riskloom.app.session.DataShelf;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.RecentFile;
import io.riskloom.app.session.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that are open and those that were. */
final class FilesModel {

    private final DataShelf shelf;
    private final ObservableList<FileEntry> asked = FXCollections.observableArrayList();
    private final ObservableList<RecentFile> recent = FXCollections.observableArrayList();

    FilesModel(DataShelf shelf) {
        this.shelf = shelf;
        InvalidationListener changed = change -> refresh();
        shelf.recent().files().addListener(changed);
        shelf.opened().addListener(changed);
        shelf.refused().addListener(changed);
        refresh();
    }

    private void refresh() {
        List<FileEntry> entries = new ArrayList<>();
        shelf.opened().forEach(file -> entries.add(new FileEntry.Open(file)));
        shelf.refused().forEach(refusal -> entries.add(new FileEntry.Refused(refusal)));
        if (!entries.equals(asked)) {
            asked.setAll(entries);
        }
        List<Path> open = entries.stream().map(FileEntry::file).toList();
        recent.setAll(shelf.recent().files().stream()
                .filter(file -> !open.contains(file.file()))
                .toList());
    }

    /** The open files, then those that could not be used. */
    ObservableList<FileEntry> asked() {
        return asked;
    }

    ReadOnlyObjectProperty<Dataset> active() {
        return shelf.active();
    }

    /** Files opened before that are not asked for now, newest first. */
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

    void setAside(Refusal refusal) {
        shelf.setAside(refusal);
    }

    void relink(Path missing, Path found) {
        shelf.relink(missing, found);
    }

    /** Looks again which of the recent files are there. */
    void look() {
        shelf.recent().refresh();
    }
}
