package io.riskloom.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pieces every page is made of, on the 4-pixel grid. */
public final class Cards {

    /** Of the panel beside a page: no sentence in it, however long, takes the page's room. */
    private static final double CONTEXT = 296;

    private Cards() {}

    /** A page: title, what it is about, then the rest from top to bottom; nodes marked by {@link #grow} take the room left. */
    public static VBox page(ObservableValue<String> title, ObservableValue<String> subtitle, Node... rest) {
        Label heading = label(title, "page-title");
        Label about = label(subtitle, "page-subtitle");
        VBox page = new VBox(16, new VBox(2, heading, about));
        page.getStyleClass().add("page");
        page.setPadding(new Insets(20, 24, 20, 24));
        page.getChildren().addAll(rest);
        return page;
    }

    public static <N extends Node> N grow(N node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    public static Label label(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A card: white ground, one-pixel border, radius 8. */
    public static VBox card(Node... content) {
        VBox card = new VBox(8, content);
        card.getStyleClass().add("card");
        return card;
    }

    /** Key figure with its caption and its interval. */
    public static VBox kpi(
            ObservableValue<String> caption, ObservableValue<String> value, ObservableValue<String> interval) {
        VBox card = card(label(caption, "caption"), label(value, "kpi-value"), label(interval, "caption"));
        card.setSpacing(2);
        card.getStyleClass().add("kpi");
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMaxWidth(Double.MAX_VALUE);
        return card;
    }

    /** Key figures side by side, equally wide. */
    public static HBox row(Node... nodes) {
        HBox row = new HBox(12, nodes);
        for (Node node : nodes) {
            HBox.setHgrow(node, Priority.ALWAYS);
            if (node instanceof Region region) {
                region.setPrefWidth(0);
                region.setMaxWidth(Double.MAX_VALUE);
            }
        }
        return row;
    }

    /** The verdict in one sentence. Style classes {@code good}, {@code neutral}, {@code bad} colour its edge. */
    public static HBox verdict(ObservableValue<String> sentence) {
        Label label = label(sentence, "verdict-text");
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox bar = new HBox(label);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        bar.getStyleClass().addAll("card", "verdict");
        return bar;
    }

    /** As {@link #verdict}, of several clauses: what was found in bold, its figures below in small type. */
    public static HBox finding(ObservableValue<String> sentence) {
        Label finding = label(sentence.map(words -> Lead.of(words).finding()), "section-title");
        Label figures = label(sentence.map(words -> Lead.of(words).rest()), "caption");
        finding.setWrapText(true);
        finding.setMinHeight(Region.USE_PREF_SIZE);
        figures.setWrapText(true);
        figures.setMinHeight(Region.USE_PREF_SIZE);
        figures.visibleProperty().bind(figures.textProperty().isNotEmpty());
        figures.managedProperty().bind(figures.visibleProperty());
        HBox bar = new HBox(grow(new VBox(2, finding, figures)));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        bar.getStyleClass().addAll("card", "verdict");
        return bar;
    }

    /** Colours a verdict: 1 good, 0 neutral, −1 bad. */
    public static void grade(Node verdict, int good) {
        verdict.getStyleClass().removeAll("good", "neutral", "bad");
        verdict.getStyleClass().add(good > 0 ? "good" : good < 0 ? "bad" : "neutral");
    }

    /** An empty page: what to do next, with the button to do it. */
    public static VBox empty(Ikon icon, ObservableValue<String> text, Button action) {
        FontIcon image = new FontIcon(icon);
        image.setIconSize(32);
        image.getStyleClass().add("empty-icon");
        Label words = label(text, "empty-text");
        words.setWrapText(true);
        words.setMaxWidth(420);
        VBox box = new VBox(16, image, words, action);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().addAll("card", "empty");
        return grow(box);
    }

    /** A labelled field of the context panel. */
    public static VBox field(ObservableValue<String> caption, Node editor) {
        VBox field = new VBox(4, label(caption, "caption"), editor);
        if (editor instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return field;
    }

    /** A line of the context panel: words left, figure right. */
    public static HBox line(ObservableValue<String> words, ObservableValue<String> figure) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label value = label(figure, "figure");
        value.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(8, label(words), gap, value);
    }

    /** The context panel: fields from the top, scrolling where they need more room; the one primary action at the foot. */
    public static BorderPane context(Button primary, Node... fields) {
        VBox column = new VBox(16, fields);
        column.setPadding(new Insets(20, 16, 20, 16));
        ScrollPane scroll = new ScrollPane(column);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane panel = new BorderPane(scroll);
        panel.getStyleClass().add("context");
        panel.setPrefWidth(CONTEXT);
        if (primary != null) {
            primary.getStyleClass().add("accent");
            primary.setMaxWidth(Double.MAX_VALUE);
            VBox foot = new VBox(primary);
            foot.setPadding(new Insets(12, 16, 20, 16));
            panel.setBottom(foot);
        }
        return panel;
    }
}
