package io.riskloom.app;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ButtonBase;

/** The views of the forecast page for the {@link Tour}, over the newest run of the project. */
final class ForecastScenes {

    private ForecastScenes() {}

    static Map<String, Runnable> of(Workbench bench) {
        Map<String, Runnable> scenes = new LinkedHashMap<>();
        scenes.put("forecast", () -> bench.session().page().set("forecast"));
        for (String view : new String[] {"folds", "bands", "leaks"}) {
            scenes.put("forecast-" + view, () -> press(bench, "#forecast-view-" + view));
        }
        return scenes;
    }

    private static void press(Workbench bench, String id) {
        if (bench.root().lookup(id) instanceof ButtonBase button && button.isVisible()) {
            button.fire();
        }
    }
}
