package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The image classifier, looked into: the window, its image, what every stage makes of it, which days mattered. */
public final class InsideView implements Page {

    private final Texts texts;
    private final InsideViewModel model;
    private final ScrollPane content = new ScrollPane();
    private final Node context;

    public InsideView(Session session, Texts texts) {
        this.texts = texts;
        this.model = new InsideViewModel(session, texts);
        content.getStyleClass().add("page-scroll");
        content.setFitToWidth(true);
        content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.setContent(centre());
        content.fitToHeightProperty().bind(model.chosen().run().isNull());
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        context = new InsidePanel(model, texts).content();
    }

    @Override
    public String id() {
        return "inside";
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
    public void primaryAction() {
        model.session().page().set("train");
    }

    private void keys(KeyEvent e) {
        if (!e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown() && stepped(e)) {
            e.consume();
        }
    }

    private boolean stepped(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case PAGE_UP -> model.turn(-1);
            case PAGE_DOWN -> model.turn(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private VBox centre() {
        ChosenRun chosen = model.chosen();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        HBox figures = Cards.row(
                Panels.kpi(chosen, texts, Metric.ACCURACY, "inside.kpi.accuracy"),
                Panels.kpi(chosen, texts, Metric.AUC, "inside.kpi.auc"),
                Cards.kpi(
                        texts.bind("inside.kpi.majority"),
                        chosen.words(e ->
                                MetricWords.value(Metric.ACCURACY, chosen.challenger("majority", Metric.ACCURACY))),
                        texts.bind("inside.kpi.majority.note")),
                Panels.kpi(chosen, texts, Metric.BRIER, "inside.kpi.brier"));
        VBox page = Cards.page(
                texts.bind("page.inside"),
                Bindings.createStringBinding(
                        () -> chosen.run().get() == null
                                ? texts.get("inside.subtitle")
                                : chosen.subtitle().get(),
                        chosen.run(),
                        texts.locale()),
                Panels.showWhen(Panels.verdict(chosen, "inside-verdict"), there),
                Panels.warnings(chosen, texts),
                Panels.showWhen(figures, there),
                Panels.showWhen(problem(), model.problem().isNotNull()),
                Panels.showWhen(new WindowCard(model, texts), model.series().isNotNull()),
                Panels.showWhen(new AnswerCards(model, texts), model.answer().isNotNull()),
                Panels.showWhen(new LayerCard(model, texts), model.answer().isNotNull()),
                Panels.showWhen(empty(), chosen.run().isNull()));
        page.setMinHeight(Region.USE_PREF_SIZE);
        return page;
    }

    private Node problem() {
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> model.problem().get() == null
                                ? ""
                                : texts.of(model.problem().get()),
                        model.problem(),
                        texts.locale()),
                "bad-text");
        words.setId("inside-problem");
        words.setWrapText(true);
        HBox bar = new HBox(words);
        bar.getStyleClass().add("problem");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    private Node empty() {
        Button train = new Button();
        train.setId("inside-train-first");
        train.textProperty().bind(texts.bind("common.goTrain"));
        train.getStyleClass().add("accent");
        train.setOnAction(e -> primaryAction());
        return Cards.empty(
                Feather.EYE,
                Bindings.createStringBinding(
                        () -> texts.get(model.hasForecast() ? "inside.empty.forecast" : "inside.empty"),
                        model.session().runs(),
                        texts.locale()),
                train);
    }
}
