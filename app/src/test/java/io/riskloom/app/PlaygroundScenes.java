package io.riskloom.app;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;

/** The convolution lesson of the playground for the {@link Tour}. */
final class PlaygroundScenes {

    private final Workbench bench;

    private PlaygroundScenes(Workbench bench) {
        this.bench = bench;
    }

    static Map<String, Runnable> of(Workbench bench) {
        return new PlaygroundScenes(bench).all();
    }

    private Map<String, Runnable> all() {
        Map<String, Runnable> scenes = new LinkedHashMap<>();
        scenes.put("playground", () -> {
            bench.session().page().set("playground");
            press("#playground-lesson-convolution");
        });
        scenes.put("playground-terms", () -> {
            press("#playground-terms");
            press("#playground-on");
            press("#playground-on");
        });
        scenes.put("playground-channels", () -> {
            press("#playground-terms");
            count("#playground-channels", 3);
            count("#playground-filters", 2);
            choose("#playground-activation", 1);
        });
        scenes.put("playground-dense", () -> press("#playground-dense"));
        scenes.put("playground-groups", () -> {
            press("#playground-convolution");
            slide("#playground-groups", 2);
        });
        scenes.put("playground-pooling", () -> {
            slide("#playground-groups", 1);
            count("#playground-channels", 1);
            press("#playground-pooling");
        });
        scenes.put("playground-gradients", () -> {
            choose("#playground-kind", 1);
            slide("#playground-poolStride", 1);
            slide("#playground-poolPadding", 1);
            press("#playground-gradients");
        });
        scenes.put("playground-adaptive", () -> {
            choose("#playground-kind", 0);
            choose("#playground-form", 2);
            press("#playground-gradients");
        });
        scenes.put("playground-series", () -> press("#playground-series"));
        scenes.put("playground-prices", () -> {
            MenuButton take = (MenuButton) bench.root().lookup("#playground-take");
            take.getItems().get(1).fire();
            press("#playground-on");
        });
        scenes.put("playground-image", () -> {
            press("#playground-convolution");
            count("#playground-filters", 1);
            MenuButton take = (MenuButton) bench.root().lookup("#playground-take");
            take.getItems().getLast().fire();
        });
        scenes.put("playground-trained", () -> ((ComboBox<?>) bench.root().lookup("#playground-trained"))
                .getSelectionModel()
                .selectLast());
        scenes.put("playground-trained-taken", () -> press("#playground-trained-take"));
        return scenes;
    }

    private void press(String id) {
        Node node = bench.root().lookup(id);
        if (node instanceof ToggleButton toggle && id.equals("#playground-terms")) {
            toggle.setSelected(!toggle.isSelected());
        } else if (node instanceof ButtonBase button) {
            button.fire();
        }
    }

    @SuppressWarnings("unchecked")
    private void count(String id, int number) {
        ((Spinner<Integer>) bench.root().lookup(id)).getValueFactory().setValue(number);
    }

    private void choose(String id, int place) {
        ((ComboBox<?>) bench.root().lookup(id)).getSelectionModel().select(place);
    }

    private void slide(String id, int value) {
        ((Slider) bench.root().lookup(id)).setValue(value);
    }
}
