package io.riskloom.app.data;

import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The settings of a file side by side, each a menu of what else it could be. */
final class ChipBar extends FlowPane {

    private final Texts texts;
    private final String id;
    private final BiConsumer<Setting, String> choose;
    private final Map<Setting, Field> fields = new EnumMap<>(Setting.class);

    /** @param choose called with the setting and the value chosen, empty to detect */
    ChipBar(Texts texts, String id, BiConsumer<Setting, String> choose) {
        super(12, 8);
        this.texts = texts;
        this.id = id;
        this.choose = choose;
        getStyleClass().add("chips");
        setId(id);
    }

    void show(List<Chip> chips) {
        List<Node> shown = new ArrayList<>();
        for (Chip chip : chips) {
            Field field = fields.computeIfAbsent(chip.setting(), Field::new);
            field.show(chip);
            shown.add(field);
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    private final class Field extends VBox {
        private final Label caption = new Label();
        private final MenuButton button = new MenuButton();

        Field(Setting setting) {
            super(2);
            caption.getStyleClass().add("caption");
            button.setId(id + "-" + setting.name().toLowerCase(Locale.ROOT));
            button.setMnemonicParsing(false);
            button.getStyleClass().add("chip");
            getChildren().addAll(caption, button);
        }

        void show(Chip chip) {
            String name = texts.get("data.setting." + chip.setting());
            caption.setText(texts.get(chip.own() ? "data.setting.own" : "data.setting.detected", name));
            button.setText(chip.value());
            button.setAccessibleText(caption.getText() + " " + chip.value());
            button.getStyleClass().remove("own");
            if (chip.own()) {
                button.getStyleClass().add("own");
            }
            button.getItems()
                    .setAll(chip.choices().stream()
                            .map(choice -> item(chip, choice))
                            .toList());
        }

        private MenuItem item(Chip chip, Chip.Choice choice) {
            MenuItem item;
            if (chip.several() && !choice.value().isEmpty()) {
                CheckMenuItem check = new CheckMenuItem(choice.words());
                check.setSelected(choice.chosen());
                item = check;
            } else {
                RadioMenuItem radio = new RadioMenuItem(choice.words());
                radio.setSelected(choice.chosen());
                item = radio;
            }
            item.setMnemonicParsing(false);
            item.setOnAction(event -> choose.accept(chip.setting(), choice.value()));
            return item;
        }
    }
}
