package io.riskloom.app;

import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;

/**
 * Pictures of the page Look inside for each kind of network of a project, in both languages and both themes, to be looked at:
 * {@code InsideTour PROJECT OUT [run …]}. Not a test: it wants a project with runs.
 */
public final class InsideTour {

    private static final int SETTLE = 60;
    private static final int LONGEST = 60;

    private InsideTour() {}

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        List<String> wanted = List.of(args).subList(2, args.length);
        Tour.on(() -> window.bench().session().page().set("inside"));
        for (var run : List.copyOf(window.bench().session().runs())) {
            String number = run.id().substring(run.id().lastIndexOf('-') + 1);
            boolean task = List.of("classify", "forecast", "credit")
                    .contains(run.spec().task());
            if (!task || !wanted.isEmpty() && !wanted.contains(number)) {
                continue;
            }
            Tour.on(() -> window.bench().session().choose(run));
            answered(window);
            String name = number + "-" + run.spec().task() + "-" + run.spec().model();
            Map<String, Runnable> scenes = new LinkedHashMap<>();
            scenes.put("network", () -> tab(window, "network"));
            scenes.put("maps", () -> tab(window, "maps"));
            scenes.put("deep", () -> layer(window, 0.6));
            scenes.put("answer", () -> layer(window, 0.97));
            scenes.put("activation", () -> tab(window, "activation"));
            scenes.put("gates", () -> tab(window, "gates"));
            for (Map.Entry<String, Runnable> scene : scenes.entrySet()) {
                Tour.on(scene.getValue());
                answered(window);
                pictures(window, name + "-" + scene.getKey());
            }
        }
        window.close();
    }

    /** Until nothing is being asked any more. */
    private static void answered(TourWindow window) throws Exception {
        Tour.settle(SETTLE);
        for (int i = 0; i < LONGEST && !window.bench().session().tasks().items().isEmpty(); i++) {
            Tour.settle(SETTLE);
        }
    }

    private static void tab(TourWindow window, String id) {
        Node tab = window.bench().root().lookup("#inside-tab-" + id);
        if (tab instanceof ToggleButton button && button.isVisible()) {
            button.fire();
        }
    }

    /** Goes to a layer at a share of the way through the network. */
    private static void layer(TourWindow window, double share) {
        if (window.bench().root().lookup("#inside-layer") instanceof ComboBox<?> box) {
            box.getSelectionModel().select((int) (share * box.getItems().size()));
        }
    }

    private static void pictures(TourWindow window, String name) throws Exception {
        for (boolean chinese : new boolean[] {false, true}) {
            boolean dark = chinese; // light in English, dark in Chinese
            Tour.on(() -> {
                window.texts().locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                window.bench().appearance().dark().set(dark);
            });
            Tour.settle(40);
            String file = name + (dark ? "-dark" : "-light") + (chinese ? "-zh" : "-en") + ".png";
            Tour.on(() -> Tour.save(window.bench(), window.out().resolve(file)));
        }
    }
}
