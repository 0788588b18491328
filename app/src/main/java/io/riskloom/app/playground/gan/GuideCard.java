package io.riskloom.app.playground.gan;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.IconButton;
import io.riskloom.app.playground.gan.CollapseGuide.Found;
import io.riskloom.app.playground.gan.CollapseGuide.Task;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The lesson on mode collapse: what to do, the button that does it, what came of it. */
final class GuideCard extends HBox {

    private final CollapseGuide guide;
    private final Texts texts;

    GuideCard(GanViewModel model, Texts texts) {
        super(16);
        this.guide = model.guide();
        this.texts = texts;
        getStyleClass().addAll("card", "verdict");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        Label title = words("section-title", () -> text("title"));
        title.setId("arena-guide-title");
        Label about = words("muted", this::about);
        about.setId("arena-guide-about");
        Label found = words("section-title", this::found);
        found.setId("arena-guide-found");
        Panels.showWhen(found, found.textProperty().isNotEmpty());
        Label now = Cards.label(
                Bindings.createStringBinding(
                        () -> model.frame().get() == null
                                ? ""
                                : GanWords.verdict(model.frame().get(), texts),
                        model.frame(),
                        texts.locale()),
                "caption");
        now.setId("arena-guide-now");
        now.setWrapText(true);
        now.setMinHeight(USE_PREF_SIZE);
        model.frame().subscribe(frame -> {
            if (frame != null) {
                Cards.grade(this, GanWords.grade(frame));
            }
        });
        Button act = new Button();
        act.setId("arena-guide-do");
        act.getStyleClass().add("accent");
        act.setMinWidth(USE_PREF_SIZE);
        act.textProperty().bind(Bindings.createStringBinding(() -> text("do"), guide.task(), texts.locale()));
        act.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !guide.ready() || model.playing().get(), guide.task(), guide.found(), model.playing()));
        act.setOnAction(e -> guide.act());
        Panels.showWhen(act, guide.task().map(task -> task.preset != null));
        Button back = IconButton.of(texts, Feather.CHEVRON_LEFT, "arena.guide.back", () -> guide.go(-1));
        back.disableProperty().bind(guide.task().isEqualTo(Task.CAUSE));
        Button next = IconButton.of(texts, Feather.CHEVRON_RIGHT, "arena.guide.next", () -> guide.go(1));
        next.disableProperty().bind(guide.task().isEqualTo(Task.COMPARE));
        Button close = IconButton.of(texts, Feather.X, "arena.guide.close", guide::toggle);
        HBox buttons = new HBox(4, act, back, next, close);
        buttons.setAlignment(Pos.CENTER);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(Cards.grow(new VBox(4, title, about, found, now)), buttons);
        Panels.showWhen(this, guide.open());
    }

    private Label words(String style, Supplier<String> said) {
        Label label = Cards.label(
                Bindings.createStringBinding(said::get, guide.task(), guide.found(), texts.locale()), style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static String name(Task task) {
        return task.name().toLowerCase(Locale.ROOT);
    }

    private String text(String part) {
        Task task = guide.task().get();
        return task.preset == null && part.equals("do") ? "" : texts.get("arena.guide." + name(task) + "." + part);
    }

    private String about() {
        boolean early = guide.task().get().cure && !guide.ready();
        return text("about") + (early ? texts.get("arena.guide.first") : "");
    }

    /** What came of this task, at the end of all of them. */
    private String found() {
        Map<Task, Found> all = guide.found().get();
        if (guide.task().get() != Task.COMPARE) {
            Found own = all.get(guide.task().get());
            return own == null
                    ? ""
                    : texts.get(
                            own.collapsed() ? "arena.guide.found.collapsed" : "arena.guide.found",
                            own.covered(),
                            own.parts());
        }
        StringBuilder words = new StringBuilder();
        for (Task task : Task.values()) {
            Found found = all.get(task);
            if (found != null) {
                words.append(words.isEmpty() ? "" : texts.get("arena.figure.and"))
                        .append(texts.get(
                                "arena.guide.found.of",
                                texts.get("arena.guide." + name(task) + ".short"),
                                found.covered(),
                                found.parts()));
            }
        }
        return words.toString();
    }
}
