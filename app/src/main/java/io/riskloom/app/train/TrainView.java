package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Settings at the right; in the centre what will happen, then the run. */
public final class TrainView implements Page {

    /** Room for a scroll bar. */
    private static final double BAR = 16;

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
        model.steering().stop();
        model.study().stop();
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
        BooleanBinding study = model.study().shown().isNotNull();
        BooleanBinding shown = Bindings.createBooleanBinding(model.showProgress()::get, model.showProgress());
        ObservableValue<Boolean> ran = model.run().progress().isNotNull().or(study);
        HBox head = new HBox(
                12,
                segments,
                Panels.gap(),
                Panels.showWhen(new RunBox(model.run(), texts), shown.and(study.not())),
                Panels.showWhen(new StudyBox(model.study(), texts), shown.and(study)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(32);
        PlanPane what = new PlanPane(model, texts);
        what.setPadding(new Insets(0, BAR, 0, 0));
        ScrollPane plan = new ScrollPane(what);
        plan.setFitToWidth(true);
        plan.setFitToHeight(true);
        plan.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        plan.getStyleClass().add("page-scroll");
        StackPane.setMargin(plan, new Insets(0, -BAR, 0, 0)); // the bar stands beside the cards, in the page's margin
        RunPane progress = new RunPane(model, texts);
        StudyPane runs = new StudyPane(model.study(), texts);
        StackPane stack = new StackPane(
                Panels.showWhen(plan, shown.not()),
                Panels.showWhen(progress, shown.and(study.not())),
                Panels.showWhen(runs, shown.and(study)));
        ObservableValue<String> subtitle = Bindings.createStringBinding(
                () -> model.dataName().isEmpty()
                        ? texts.get("train.subtitle.none")
                        : texts.get("train.subtitle", model.dataName()),
                session.dataset(),
                texts.locale());
        return Cards.page(texts.bind("page.train"), subtitle, Panels.showWhen(head, ran), Cards.grow(stack));
    }

    private Node panel() {
        ScrollPane form = new ScrollPane(new FormPanel(model, texts).node());
        form.setFitToWidth(true);
        form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        form.getStyleClass().add("page-scroll");
        form.visibleProperty().bind(model.form().isNotNull());
        Button train = new Button();
        train.setId("train-start");
        train.setMaxWidth(Double.MAX_VALUE);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("train.train.tip"));
        train.setTooltip(tip);
        train.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.runs() == 1
                                ? texts.get("common.train")
                                : texts.get("train.study.start", model.runs()),
                        model.plan(),
                        texts.locale()));
        train.getStyleClass().add(Styles.ACCENT);
        train.disableProperty().bind(model.ready().not());
        train.setOnAction(event -> model.train());
        VBox foot = new VBox(
                Panels.showWhen(
                        train,
                        model.steering()
                                .training()
                                .not()
                                .and(model.study().running().not())),
                Panels.showWhen(
                        new StudyStop(model.study(), texts), model.study().running()),
                Panels.showWhen(
                        new SteeringButtons(model.steering(), texts),
                        model.steering().training()));
        foot.getStyleClass().add("context");
        foot.setPadding(new Insets(12, 16, 20, 16));
        BorderPane panel = new BorderPane(form);
        panel.setBottom(foot);
        return panel;
    }
}
