package io.riskloom.app.control;

import io.riskloom.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
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

    /** Accepts files dropped anywhere on the window; the first is opened. */
    public static void accept(Node target, Consumer<Path> open) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            boolean taken = event.getDragboard().hasFiles();
            if (taken) {
                open.accept(event.getDragboard().getFiles().getFirst().toPath());
            }
            event.setDropCompleted(taken);
            event.consume();
        });
    }

    public static Optional<Path> choose(Window owner, Texts texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("common.open"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.get("common.open.filter"), "*.csv", "*.txt", "*.tsv"),
                        new FileChooser.ExtensionFilter(texts.get("common.open.all"), "*"));
        File file = chooser.showOpenDialog(owner);
        return Optional.ofNullable(file).map(File::toPath);
    }
}
