package io.riskloom.app.control;

import io.riskloom.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Files that come by drag and drop or through the chooser. */
public final class FileDrop {

    private FileDrop() {}

    /** Accepts files dropped anywhere on the window. */
    public static void accept(Node target, Consumer<List<Path>> open) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            boolean taken = event.getDragboard().hasFiles();
            if (taken) {
                open.accept(paths(event.getDragboard().getFiles()));
            }
            event.setDropCompleted(taken);
            event.consume();
        });
    }

    /** Asks for files to open; empty where the reader thought better of it. */
    public static List<Path> choose(Window owner, Texts texts) {
        List<File> files = chooser(texts.get("common.open"), texts).showOpenMultipleDialog(owner);
        return files == null ? List.of() : paths(files);
    }

    /** Asks where a file is now that was there before. */
    public static Optional<Path> locate(Window owner, Texts texts, Path missing) {
        FileChooser chooser = chooser(texts.get("data.locate", missing.getFileName()), texts);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private static FileChooser chooser(String title, Texts texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                texts.get("common.open.filter"), "*.csv", "*.txt", "*.tsv", "*.arff", "*.gz"),
                        new FileChooser.ExtensionFilter(texts.get("common.open.all"), "*"));
        return chooser;
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
