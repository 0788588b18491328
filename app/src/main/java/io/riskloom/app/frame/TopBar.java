package io.riskloom.app.frame;

import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Name, command search, language, theme and the project's name. */
public final class TopBar extends HBox {

    public TopBar(Texts texts, Appearance appearance, ObservableValue<String> project, Runnable openCommands) {
        getStyleClass().add("top-bar");
        setFillHeight(false);
        Label brand = new Label();
        brand.textProperty().bind(texts.bind("app.name"));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(168);

        Label hint = new Label();
        hint.textProperty().bind(texts.bind("common.search"));
        HBox words = new HBox(hint, gap(), new Label("Ctrl K"));
        Button search = new Button();
        search.setGraphic(words);
        search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        search.accessibleTextProperty().bind(texts.bind("common.search"));
        words.prefWidthProperty().bind(search.widthProperty().subtract(26));
        search.getStyleClass().add("search-field");
        search.setId("open-commands");
        search.setOnAction(e -> openCommands.run());

        Button language = new Button();
        language.setId("switch-language");
        language.textProperty().bind(texts.bind("common.language"));
        language.getStyleClass().addAll("flat-icon", "other-language");
        language.setTooltip(tip(texts.bind("common.language.switch")));
        language.setOnAction(e -> texts.locale().set(texts.chinese() ? Texts.ENGLISH : Texts.CHINESE));

        Button theme = new Button();
        theme.setId("switch-theme");
        theme.getStyleClass().add("flat-icon");
        theme.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new FontIcon(appearance.dark().get() ? Feather.SUN : Feather.MOON), appearance.dark()));
        ObservableValue<String> toOther = Bindings.when(appearance.dark())
                .then(texts.bind("common.theme.toLight"))
                .otherwise(texts.bind("common.theme.toDark"));
        theme.accessibleTextProperty().bind(toOther);
        theme.setTooltip(tip(toOther));
        theme.setOnAction(e -> appearance.dark().set(!appearance.dark().get()));

        Label name = new Label();
        name.textProperty().bind(project);
        name.getStyleClass().add("muted");
        getChildren().addAll(brand, gap(), search, gap(), language, theme, name);
    }

    private static Tooltip tip(ObservableValue<String> words) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words);
        return tip;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
