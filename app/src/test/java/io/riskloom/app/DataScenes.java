package io.riskloom.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;

/** States of the data page for the {@link Tour}. */
final class DataScenes {

    private DataScenes() {}

    /** By name, in the order in which they follow from each other. */
    static Map<String, Runnable> of(Workbench bench, Path folder) {
        Map<String, Runnable> scenes = new LinkedHashMap<>();
        scenes.put("data", () -> bench.session().page().set("data"));
        scenes.put("data-returns", () -> press(bench, "#data-view-returns"));
        scenes.put("data-table", () -> press(bench, "#data-view-table"));
        scenes.put("data-columns", () -> press(bench, "#data-view-columns"));
        scenes.put("data-messy", () -> {
            open(bench, () -> List.of(MessyFiles.prices(folder)));
            press(bench, "#data-view-quality");
        });
        scenes.put("data-fixed", () -> {
            press(bench, "#data-fix-0-0");
        });
        scenes.put("data-credit", () -> open(bench, () -> List.of(MessyFiles.credit(folder))));
        scenes.put("data-credit-columns", () -> press(bench, "#data-view-columns"));
        scenes.put("data-credit-table", () -> press(bench, "#data-view-table"));
        scenes.put("data-refused", () -> open(bench, () -> List.of(MessyFiles.refused(folder))));
        scenes.put("data-check", () -> {
            press(bench, "#data-draft-cancel");
            press(bench, "#data-check");
        });
        return scenes;
    }

    private interface Files {
        List<Path> make() throws IOException;
    }

    private static void open(Workbench bench, Files files) {
        try {
            bench.session().data().open(files.make());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void press(Workbench bench, String id) {
        Scene scene = bench.root().getScene();
        Node found = scene.lookup(id);
        if (found instanceof ButtonBase button) {
            button.fire();
        } else {
            throw new IllegalStateException("no button " + id);
        }
    }
}
