package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.app.train.SplitPlan.Part;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** How the data is cut: a line for each fold whose blocks are as wide as their parts, and what they are. */
final class SplitCard extends VBox {

    private static final double ALONE = 24;
    private static final double FEW = 14;
    private static final double MANY = 6;
    /** Up to so many lines each has its words. */
    private static final int NAMED = 8;

    private final TrainViewModel model;
    private final Texts texts;
    private final Label runs = new Label();
    private final GridPane lines = new GridPane();
    private final FlowPane legend = new FlowPane(24, 8);
    private final Label note = Panels.wrapped("", "caption");
    private final Label shared = Panels.wrapped("", "caption");

    SplitCard(TrainViewModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        lines.setId("train-split");
        lines.getColumnConstraints().addAll(fitted(HPos.RIGHT), stretched(), fitted(HPos.LEFT));
        runs.setId("train-split-runs");
        runs.getStyleClass().add("caption");
        shared.setId("train-split-shared");
        HBox head = new HBox(12, Cards.label(texts.bind("train.split.title"), "section-title"), Panels.gap(), runs);
        getChildren()
                .addAll(
                        head,
                        lines,
                        legend,
                        note,
                        Panels.showWhen(shared, shared.textProperty().isNotEmpty()));
        model.draft().subscribe(this::draw);
        texts.locale().subscribe(this::draw);
    }

    private static ColumnConstraints fitted(HPos side) {
        ColumnConstraints column =
                new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE, Region.USE_PREF_SIZE);
        column.setHalignment(side);
        return column;
    }

    private static ColumnConstraints stretched() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setFillWidth(true);
        return column;
    }

    private void draw() {
        lines.getChildren().clear();
        legend.getChildren().clear();
        model.draft().get().split().ifPresent(split -> show(new SplitWords(split, model.unit(), texts)));
    }

    private void show(SplitWords words) {
        SplitPlan plan = words.plan();
        int count = plan.lines().size();
        lines.setHgap(count == 1 ? 0 : 12); // an empty column keeps its gap
        boolean named = count <= NAMED;
        lines.setVgap(named ? 6 : 3);
        lines.getRowConstraints().clear();
        for (int i = 0; i < count; i++) {
            Line line = plan.lines().get(i);
            SplitBar bar = new SplitBar(
                    line, plan.total(), count == 1 ? ALONE : named ? FEW : MANY, part -> words.whole(line, part));
            // words may be higher than a thin line; those of the first and the last do not meet
            lines.getRowConstraints()
                    .add(new RowConstraints(bar.getPrefHeight(), bar.getPrefHeight(), bar.getPrefHeight()));
            bar.setOpacity(plan.chosen() < 0 || plan.chosen() == i ? 1 : 0.3);
            lines.add(bar, 1, i);
            if (count > 1 && (named || i == 0 || i == count - 1)) {
                lines.add(caption(texts.get("train.split.fold", i + 1)), 0, i);
                lines.add(caption(words.test(line)), 2, i);
            }
        }
        ends(words, count);
        for (Use use : Use.values()) {
            if (plan.lines().stream().anyMatch(line -> line.count(use) > 0)) {
                legend.getChildren().add(entry(words, use));
            }
        }
        runs.setText(words.runs());
        note.setText(words.note());
        shared.setText(model.spec().map(words::shared).orElse(""));
    }

    /** The first and the last day, or how many applicants there are. */
    private void ends(SplitWords words, int row) {
        List<Part> parts = words.plan().lines().getFirst().parts();
        boolean days = parts.getFirst().ofDays();
        HBox axis = days
                ? new HBox(
                        caption(parts.getFirst().from()),
                        Panels.gap(),
                        caption(parts.getLast().to()))
                : new HBox(caption(words.all()));
        lines.add(axis, 1, row);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return label;
    }

    private HBox entry(SplitWords words, Use use) {
        Region dot = new Region();
        dot.setMinSize(12, 12);
        dot.setMaxSize(12, 12);
        dot.setStyle("-fx-background-radius: 3; -fx-background-color: " + SplitBar.colour(use));
        dot.setTranslateY(3);
        VBox lines = new VBox(2, new Label(texts.get("train.split." + use) + " · " + words.size(use)));
        List<Part> parts = words.plan().lines().getFirst().parts().stream()
                .filter(part -> part.use() == use)
                .toList();
        if (!words.plan().inFolds() && parts.size() == 1) {
            lines.getChildren().add(caption(words.below(parts.getFirst())));
        }
        HBox entry = new HBox(8, dot, lines);
        entry.setAlignment(Pos.TOP_LEFT);
        return entry;
    }
}
