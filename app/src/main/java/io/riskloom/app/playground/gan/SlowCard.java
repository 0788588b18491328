package io.riskloom.app.playground.gan;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.IconButton;
import io.riskloom.app.control.Sketch;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaTrace.Stage;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Slow motion: what flows in a stage, its caption and its figures. */
final class SlowCard extends HBox {

    private final GanViewModel model;
    private final Texts texts;

    SlowCard(GanViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        Sketch flow = new Sketch((s, palette, width, height) -> {
            Stage stage = stage();
            if (stage != null) {
                FlowDrawing.paint(s, palette, width, height, stage.kind(), stage.real().length > 0);
            }
        });
        flow.setId("arena-flow");
        flow.setFocusTraversable(false);
        flow.setMinSize(400, 92);
        flow.setPrefSize(400, 92);
        flow.setMaxSize(400, 92);
        model.slow().shown().subscribe(flow::redraw);
        Label title = words("section-title", this::title);
        title.setId("arena-stage");
        Label caption = words("muted", this::caption);
        caption.setId("arena-caption");
        Label figures = words("caption", this::figures);
        figures.setId("arena-figures");
        VBox told = new VBox(4, title, caption, figures);
        told.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(
                0,
                IconButton.of(texts, Feather.CHEVRON_LEFT, "arena.stage.back", model.slow()::back),
                IconButton.of(texts, Feather.CHEVRON_RIGHT, "arena.stage.next", model::advanceByHand));
        buttons.setMinWidth(USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER);
        getChildren().setAll(flow, Cards.grow(told), buttons);
        Panels.showWhen(this, model.slow().on());
    }

    private Label words(String style, java.util.function.Supplier<String> said) {
        ObservableValue<String> text = Bindings.createStringBinding(
                said::get, model.slow().shown(), model.slow().on(), texts.locale());
        Label label = Cards.label(text, style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Stage stage() {
        SlowMotion.Shown shown = model.slow().shown().get();
        return shown == null ? null : shown.stage();
    }

    private static String key(Stage stage) {
        return "arena.stage." + stage.kind().name().toLowerCase(Locale.ROOT);
    }

    private String title() {
        SlowMotion.Shown shown = model.slow().shown().get();
        if (shown == null) {
            return texts.get("arena.stage.waiting");
        }
        Stage stage = shown.stage();
        String title = texts.get("arena.stage", shown.number() + 1, shown.of(), texts.get(key(stage)));
        return stage.updates() > 1 ? texts.get("arena.stage.update", title, stage.update(), stage.updates()) : title;
    }

    private String caption() {
        Stage stage = stage();
        return stage == null ? texts.get("arena.stage.waiting.about") : texts.get(key(stage) + ".about");
    }

    private String figures() {
        Stage stage = stage();
        if (stage == null) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        figure(words, "arena.figure.onReal", mean(stage.onReal()));
        figure(words, "arena.figure.onFake", mean(stage.onFake()));
        figure(words, "arena.figure.loss", stage.loss());
        figure(words, "arena.figure.penalty", stage.penalty() == 0 ? Double.NaN : stage.penalty());
        figure(words, "arena.figure.norm", stage.norm());
        return words.toString();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private void figure(StringBuilder words, String key, double value) {
        if (!Double.isNaN(value)) {
            words.append(words.isEmpty() ? "" : texts.get("arena.figure.and"))
                    .append(texts.get(key, Formats.compact(value)));
        }
    }
}
