package io.riskloom.app.playground.residual;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.playground.Lesson;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A plain and a residual stack of the same depth side by side: the vanishing gradient is seen, and the block that prevents it. */
public final class ResidualLesson implements Lesson {

    private final ResidualViewModel model;
    private final BlockCard block;
    private final VBox content;
    private final Node context;

    public ResidualLesson(Session session, Texts texts) {
        model = new ResidualViewModel(session);
        block = new BlockCard(model, texts);
        RaceCharts charts = new RaceCharts(model, texts);
        Segments<ResidualViewModel.Look> looks = new Segments<>(model.look());
        looks.add(ResidualViewModel.Look.RACE, texts.bind("residual.look.race"), "residual-look-race");
        looks.add(ResidualViewModel.Look.BLOCK, texts.bind("residual.look.block"), "residual-look-block");
        looks.setMinWidth(Region.USE_PREF_SIZE);
        Panels.showWhen(charts, model.look().map(ResidualViewModel.Look.RACE::equals));
        Panels.showWhen(block, model.look().map(ResidualViewModel.Look.BLOCK::equals));
        StackPane middle = new StackPane(charts, block);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        HBox verdict = Cards.finding(Bindings.createStringBinding(
                () -> model.frame().get() == null
                        ? ""
                        : Verdict.of(model.frame().get(), texts),
                model.frame(),
                texts.locale()));
        verdict.setId("residual-verdict");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        Panels.showWhen(verdict, model.frame().isNotNull());
        HBox top = new HBox(12, verdict, looks);
        top.setAlignment(Pos.CENTER_RIGHT);
        top.setMinHeight(Region.USE_PREF_SIZE);
        content = new VBox(12, new RaceTransport(model, texts), trouble(session, texts), top, middle);
        context = new RacePanel(model, texts).content();
    }

    private Node trouble(Session session, Texts texts) {
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> model.problem().get().map(texts::of).orElse(""), model.problem(), texts.locale()),
                "amber-text");
        words.setId("residual-problem");
        words.setWrapText(true);
        Button data = new Button();
        data.setId("residual-data");
        data.textProperty().bind(texts.bind("residual.goData"));
        data.setMinWidth(Region.USE_PREF_SIZE);
        data.setOnAction(e -> session.page().set("data"));
        Panels.showWhen(data, model.problem().map(why -> why.filter(n -> n.key().equals(ResidualViewModel.NEEDS_PRICES))
                .isPresent()));
        HBox box = new HBox(16, Cards.grow(words), data);
        box.getStyleClass().add("card");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return Panels.showWhen(box, model.problem().map(Optional::isPresent));
    }

    @Override
    public String id() {
        return "residual";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node context() {
        return context;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void cancelAction() {
        model.pause();
    }

    @Override
    public void primaryAction() {
        model.togglePlay();
    }

    /** Space plays, R begins anew; → makes a step of the race or shows the next stage of the block. */
    @Override
    public void keys(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            model.togglePlay();
        } else if (event.getCode() == KeyCode.R) {
            model.begin();
        } else if (model.look().get() == ResidualViewModel.Look.BLOCK) {
            block.keys(event);
            return;
        } else if (event.getCode() == KeyCode.RIGHT) {
            model.step(event.isShiftDown() ? 10 : 1);
        } else {
            return;
        }
        event.consume();
    }
}
