package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.result.StudyScores.Comparison;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Mean ± standard deviation of the main metrics over all runs, of the model, of a challenger, and of their difference. */
final class StudyScoreCard extends VBox {

    private final StudyModel model;
    private final Texts texts;
    private final GridPane table = new GridPane(12, 8);
    private List<Comparison> shown = List.of();
    private String rival = "";

    StudyScoreCard(StudyModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        ComboBox<String> box = new ComboBox<>(model.challengers());
        box.setId("study-challenger");
        Panels.words(box, texts, name -> name.isEmpty() ? "" : texts.get("challenger." + name));
        box.accessibleTextProperty().bind(texts.bind("train.study.against"));
        model.challenger().subscribe(box::setValue);
        // a list that changes clears the choice for a moment; only a real choice is passed on
        box.valueProperty().subscribe((before, now) -> {
            if (now != null && !now.isEmpty()) {
                model.challenger().set(now);
            }
        });
        HBox head = new HBox(
                Cards.label(texts.bind("train.study.scores"), "section-title"),
                Panels.gap(),
                Panels.showWhen(box, Bindings.size(model.challengers()).greaterThan(1)));
        head.getStyleClass().add("card-head");
        head.setMinHeight(StudyPane.HEAD);
        table.setId("study-scores");
        table.setPadding(new Insets(12, 16, 12, 16));
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(names);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints figures = new ColumnConstraints();
            figures.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(figures);
        }
        getChildren().addAll(head, table);
        model.progress().subscribe(() -> fill(false));
        model.challenger().subscribe(() -> fill(false));
        texts.locale().subscribe(() -> fill(true));
    }

    private void fill(boolean anew) {
        StudyProgress now = model.progress().get();
        List<Comparison> lines = now == null ? List.of() : now.scores().comparisons(model.rival());
        String other = model.challenger().get();
        if (!anew && lines.equals(shown) && other.equals(rival)) {
            return;
        }
        shown = lines;
        rival = other;
        table.getChildren().clear();
        if (lines.isEmpty()) {
            return;
        }
        List<Label> head = new ArrayList<>(List.of(
                label(texts.get("train.study.meanSd"), "caption"),
                label(texts.get("common.model." + now.scores().spec().model()), "caption")));
        if (model.rival().isPresent()) {
            head.add(label(texts.get("challenger." + other), "caption"));
            head.add(label(texts.get("train.study.difference"), "caption"));
        }
        table.addRow(0, head.toArray(Label[]::new));
        for (int i = 0; i < lines.size(); i++) {
            Comparison line = lines.get(i);
            String style = i == 0 ? "section-title" : "figure";
            table.addRow(
                    i + 1,
                    label(texts.get("study.metric." + line.metric()), style),
                    label(line.model(), style),
                    label(line.challenger(), style),
                    label(line.difference(), style));
        }
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
