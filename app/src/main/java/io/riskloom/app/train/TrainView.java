package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Settings at the right; in the centre what will happen, then the run. */
public final class TrainView implements Page {

    private final Texts texts;
    private final TrainViewModel model;
    private final Node content;
    private final Node context;

    public TrainView(Session session, Texts texts) {
        this.texts = texts;
        this.model = new TrainViewModel(session, texts);
        this.content = new StackPane(
                Panels.showWhen(filled(session), model.empty().not()), Panels.showWhen(blank(), model.empty()));
        this.context = panel();
    }

    @Override
    public String id() {
        return "train";
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
    public void primaryAction() {
        model.train();
    }

    @Override
    public void cancelAction() {
        model.run().stop();
    }

    private Node blank() {
        Button open = new Button();
        open.setId("train-go-data");
        open.textProperty().bind(texts.bind("common.goData"));
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(event -> model.openData());
        return Cards.page(
                texts.bind("page.train"),
                texts.bind("train.subtitle.none"),
                Cards.empty(Feather.ACTIVITY, texts.bind("train.empty"), open));
    }

    private Node filled(Session session) {
        Segments<Boolean> segments = new Segments<>(model.showProgress());
        segments.setStyle("-fx-alignment: center-left");
        segments.add(false, texts.bind("train.view.plan"), "train-view-plan");
        segments.add(true, texts.bind("train.view.progress"), "train-view-run");
        ObservableValue<Boolean> ran = model.run().progress().isNotNull();
        PlanPane plan = new PlanPane(model, texts);
        RunPane progress = new RunPane(model.run(), texts);
        StackPane stack = new StackPane(
                Panels.showWhen(plan, model.showProgress().map(shown -> !shown)),
                Panels.showWhen(progress, model.showProgress()));
        ObservableValue<String> subtitle = Bindings.createStringBinding(
                () -> model.dataName().isEmpty()
                        ? texts.get("train.subtitle.none")
                        : texts.get("train.subtitle", model.dataName()),
                session.dataset(),
                texts.locale());
        return Cards.page(texts.bind("page.train"), subtitle, Panels.showWhen(segments, ran), Cards.grow(stack));
    }

    private Node panel() {
        ScrollPane form = new ScrollPane(new FormPanel(model, texts).node());
        form.setFitToWidth(true);
        form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        form.getStyleClass().add("page-scroll");
        form.visibleProperty().bind(model.form().isNotNull());
        Button train = button("train-start", "train.train.tip");
        train.textProperty().bind(texts.bind("common.train"));
        train.getStyleClass().add(Styles.ACCENT);
        train.disableProperty().bind(model.ready().not());
        train.setOnAction(event -> model.train());
        Button stop = button("train-stop", "train.stop.tip");
        stop.textProperty()
                .bind(Bindings.when(model.run().stopping())
                        .then(texts.bind("common.stopping"))
                        .otherwise(texts.bind("common.stop")));
        stop.setGraphic(new FontIcon(Feather.SQUARE));
        stop.disableProperty().bind(model.run().stopping());
        stop.setOnAction(event -> model.run().stop());
        VBox foot = new VBox(
                Panels.showWhen(train, model.run().training().not()),
                Panels.showWhen(stop, model.run().training()));
        foot.getStyleClass().add("context");
        foot.setPadding(new Insets(12, 16, 20, 16));
        BorderPane panel = new BorderPane(form);
        panel.setBottom(foot);
        return panel;
    }

    private Button button(String id, String tip) {
        Button button = new Button();
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(tip));
        button.setTooltip(tooltip);
        return button;
    }
}
