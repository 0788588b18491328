package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.inside.TopInputs;
import io.riskloom.engine.inside.TopInputs.Top;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;

/** The inputs that excite a channel most, the strongest first; choosing one goes there. */
final class TopList extends VBox {

    private static final double LINE = 84;
    private static final double TALL = 22;

    private final TopModel model;
    private final Looked looked;
    private final Texts texts;
    private final VBox rows = new VBox(2);

    TopList(TopModel model, Looked looked, Texts texts) {
        super(8);
        this.model = model;
        this.looked = looked;
        this.texts = texts;
        setStyle("-fx-padding: 8 12 8 12;");
        Label tried = Cards.label(
                Bindings.createStringBinding(this::tried, model.top(), model.problem(), texts.locale()), "caption");
        tried.setId("inside-top-tried");
        tried.setWrapText(true);
        tried.setMinHeight(Region.USE_PREF_SIZE);
        ProgressIndicator progress = new ProgressIndicator();
        progress.setPrefSize(16, 16);
        Button stop = new Button();
        stop.setId("inside-top-stop");
        stop.textProperty().bind(texts.bind("inside.stop"));
        stop.setOnAction(event -> model.cancel());
        HBox busy = new HBox(8, progress, Cards.label(texts.bind("inside.top.busy"), "caption"), Panels.gap(), stop);
        busy.setAlignment(Pos.CENTER_LEFT);
        Panels.showWhen(busy, model.busy());
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(busy, tried, Cards.grow(scroll));
        model.top().subscribe(this::fill);
        texts.locale().addListener((o, was, is) -> fill());
    }

    private String tried() {
        if (model.problem().get() != null) {
            return texts.of(model.problem().get());
        }
        TopInputs top = model.top().get();
        if (top == null) {
            return "";
        }
        String key = looked.applicants() ? "inside.top.applicants" : "inside.top.windows";
        return texts.get(
                top.tried() < top.of() ? key + ".some" : key,
                Formats.number(top.tried(), 0),
                Formats.number(top.of(), 0));
    }

    private void fill() {
        rows.getChildren().clear();
        TopInputs top = model.top().get();
        if (top != null) {
            for (int i = 0; i < top.top().size(); i++) {
                rows.getChildren().add(row(top.top().get(i), i));
            }
        }
    }

    private Node row(Top top, int i) {
        boolean applicant = top.date() == null;
        String name = applicant ? texts.get("inside.top.applicant", top.place() + 1) : Formats.day(top.date());
        Label words = new Label(name);
        Label value = new Label(Formats.compact(top.value()));
        value.getStyleClass().add("muted");
        HBox line = new HBox(8, words, Panels.gap(), value);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!applicant) {
            line.getChildren().add(1, closes(top.place()));
        }
        Button button = new Button(null, line);
        button.setId("inside-top-" + i);
        button.getStyleClass().addAll("flat-icon", "top-input");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(texts.get("inside.top.go", name, Formats.compact(top.value())));
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(event -> looked.moveTo(top.place()));
        return button;
    }

    /** The closes of a window as a small line. */
    private Node closes(int place) {
        Subject subject = looked.subject().get();
        Polyline line = new Polyline();
        line.getStyleClass().add("spark");
        if (subject != null && !subject.applicants()) {
            PriceHistory history = subject.history();
            double[] close = history.close();
            int first = Math.max(0, place - subject.window() + 1);
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (int day = first; day <= place; day++) {
                low = Math.min(low, close[day]);
                high = Math.max(high, close[day]);
            }
            for (int day = first; day <= place; day++) {
                double up = high > low ? (close[day] - low) / (high - low) : 0.5;
                line.getPoints().addAll(LINE * (day - first) / Math.max(1, place - first), TALL * (1 - up));
            }
        }
        return line;
    }
}
