package io.riskloom.app.frame;

import io.riskloom.app.control.Page;
import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The navigation rail: one entry a page. */
public final class Rail extends VBox {

    private static final Map<String, Ikon> ICONS = Map.of(
            "data", Feather.DATABASE,
            "train", Feather.SLIDERS,
            "forecast", Feather.TRENDING_UP,
            "credit", Feather.CREDIT_CARD,
            "generate", Feather.GIT_BRANCH,
            "inside", Feather.LAYERS,
            "playground", Feather.GRID,
            "runs", Feather.LIST);

    public Rail(List<Page> pages, ObjectProperty<String> current, Texts texts) {
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (Page page : pages) {
            ToggleButton entry = new ToggleButton();
            entry.textProperty().bind(texts.bind("page." + page.id()));
            entry.setGraphic(new FontIcon(ICONS.get(page.id())));
            entry.setId("rail-" + page.id());
            entry.setUserData(page.id());
            entry.setToggleGroup(group);
            entry.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(entry);
        }
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else {
                current.set((String) is.getUserData());
            }
        });
        current.addListener((o, was, is) -> select(group, is));
        select(group, current.get());
    }

    private static void select(ToggleGroup group, String id) {
        for (Toggle toggle : group.getToggles()) {
            if (toggle.getUserData().equals(id)) {
                group.selectToggle(toggle);
            }
        }
    }
}
