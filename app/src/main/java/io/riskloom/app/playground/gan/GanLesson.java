package io.riskloom.app.playground.gan;

import io.riskloom.app.control.Cards;
import io.riskloom.app.playground.Lesson;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaPhase;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two networks play against each other, on the plane or over price paths, while someone watches, changes and goes back. */
public final class GanLesson implements Lesson {

    private final GanViewModel model;
    private final DrawPad pad;
    private final VBox content;
    private final Node context;

    public GanLesson(Session session, Texts texts) {
        model = new GanViewModel(session);
        pad = new DrawPad(model);
        Node plane = plane(texts);
        PathView paths = new PathView(model, texts);
        Panels.showWhen(plane, model.frame().map(frame -> frame.paths() == null).orElse(true));
        Panels.showWhen(paths, model.frame().map(frame -> frame.paths() != null).orElse(false));
        StackPane middle = new StackPane(plane, paths);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        content = new VBox(
                12,
                new GanTransport(model, texts),
                trouble(session, texts),
                new GuideCard(model, texts),
                new SlowCard(model, texts),
                verdict(texts),
                middle,
                new BranchTimeline(model, texts));
        context = new GanPanel(model, texts).content();
    }

    private Node plane(Texts texts) {
        Gauges gauges = new Gauges(model, texts);
        Panels.showWhen(gauges, model.slow().on().or(model.guide().open()).not());
        VBox charts = new VBox(
                12,
                Cards.grow(new CourseCard(
                        model,
                        texts,
                        "arena-course-upper",
                        List.of(CourseCharts.Kind.LOSSES, CourseCharts.Kind.NORMS, CourseCharts.Kind.ANSWERS))),
                gauges,
                Cards.grow(new CourseCard(
                        model,
                        texts,
                        "arena-course-lower",
                        List.of(CourseCharts.Kind.DISTANCES, CourseCharts.Kind.KL, CourseCharts.Kind.PARTS))));
        charts.setMinHeight(0);
        charts.getChildren().forEach(card -> {
            if (card instanceof CourseCard course) {
                course.setPrefHeight(0);
            }
        });
        PlaneCard plane = new PlaneCard(model, pad, texts);
        plane.setPrefSize(0, 0);
        GridPane grid = new GridPane(12, 12);
        grid.setMinHeight(0);
        grid.addRow(0, plane, charts);
        GridPane.setVgrow(plane, Priority.ALWAYS);
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(52);
        ColumnConstraints right = new ColumnConstraints();
        right.setPercentWidth(48);
        grid.getColumnConstraints().setAll(left, right);
        return grid;
    }

    private Node verdict(Texts texts) {
        HBox verdict = Cards.finding(Bindings.createStringBinding(
                () -> model.frame().get() == null
                        ? ""
                        : GanWords.verdict(model.frame().get(), texts),
                model.frame(),
                texts.locale()));
        verdict.setId("arena-verdict");
        model.frame().subscribe(frame -> {
            if (frame != null) {
                Cards.grade(verdict, GanWords.grade(frame));
            }
        });
        return Panels.showWhen(
                verdict,
                Bindings.createBooleanBinding(
                        () -> model.frame().get() != null
                                && !model.slow().on().get()
                                && !model.guide().open().get(),
                        model.frame(),
                        model.slow().on(),
                        model.guide().open()));
    }

    private Node trouble(Session session, Texts texts) {
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> model.problem().get().map(texts::of).orElse(""), model.problem(), texts.locale()),
                "amber-text");
        words.setId("arena-problem");
        words.setWrapText(true);
        Button data = new Button();
        data.setId("arena-open-data");
        data.textProperty().bind(texts.bind("arena.goData"));
        data.setMinWidth(Region.USE_PREF_SIZE);
        data.setOnAction(e -> session.page().set("data"));
        Panels.showWhen(data, model.problem().map(why -> why.filter(n -> n.key().equals("arena.needsPrices"))
                .isPresent()));
        HBox box = new HBox(16, Cards.grow(words), data);
        box.getStyleClass().add("card");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return Panels.showWhen(box, model.problem().map(Optional::isPresent));
    }

    /** The moment that is shown; empty before the first. */
    Optional<ArenaFrame> frame() {
        return Optional.ofNullable(model.frame().get());
    }

    @Override
    public String id() {
        return "gan";
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

    @Override
    public void undo() {
        model.undo();
    }

    @Override
    public void redo() {
        model.redo();
    }

    /** Space plays, → makes a step or shows the next stage, S is slow motion, B G D say who learns, R begins anew, L is the lesson. */
    @Override
    public void keys(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case SPACE -> model.togglePlay();
            case RIGHT -> model.advanceByHand();
            case LEFT -> model.slow().back();
            case S -> model.slow().on().set(!model.slow().on().get());
            case B -> model.phase().set(ArenaPhase.BOTH);
            case G -> model.phase().set(ArenaPhase.GENERATOR);
            case D -> model.phase().set(ArenaPhase.DISCRIMINATOR);
            case R -> model.begin();
            case L -> model.guide().toggle();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
