package io.riskloom.app.train;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The curves of a run, one kind at a time, and all of them as a table. */
final class CurveCard extends VBox {

    private static final String LOSS = "loss";
    private static final String TABLE = "table";

    private final FollowedRun run;
    private final Texts texts;
    /** {@value #LOSS}, {@value #TABLE} or the key of an {@link EpochValue}. */
    private final ObjectProperty<String> shown = new SimpleObjectProperty<>(LOSS);

    private final ChartView chart;

    CurveCard(FollowedRun run, Texts texts) {
        this.run = run;
        this.texts = texts;
        this.chart = new ChartView(texts);
        getStyleClass().addAll("card", "flush");
        chart.setId("train-losses");
        run.progress().subscribe(progress -> draw());
        shown.subscribe(name -> draw());
        BooleanBinding drawn = shown.isNotEqualTo(TABLE);
        HBox head = new HBox(segments(), Panels.gap(), Panels.showWhen(chart.exportMenu(), drawn));
        head.getStyleClass().add("card-head");
        head.setMinHeight(48);
        EpochTable table = new EpochTable(run, texts);
        StackPane stack = new StackPane(Panels.showWhen(chart, drawn), Panels.showWhen(table, drawn.not()));
        stack.setMinHeight(120);
        getChildren().addAll(head, Cards.grow(stack));
    }

    private Segments<String> segments() {
        Segments<String> segments = new Segments<>(shown);
        segments.add(LOSS, texts.bind("train.loss"), "train-losses-chart");
        for (EpochValue value : EpochValue.values()) {
            ToggleButton button =
                    segments.add(value.key(), texts.bind("train.curve." + value.key()), "train-curve-" + value.key());
            Tooltip tip = new Tooltip();
            tip.setWrapText(true);
            tip.setMaxWidth(320);
            tip.textProperty().bind(texts.bind("train.curve." + value.key() + ".tip"));
            button.setTooltip(tip);
            Panels.showWhen(
                    button, Bindings.createBooleanBinding(() -> run.values().contains(value), run.values()));
        }
        segments.add(TABLE, texts.bind("train.losses.table"), "train-losses-table");
        return segments;
    }

    /** A run that does not tell the figure shows its losses. */
    private void draw() {
        if (run.run().get() != null && !shown.get().equals(TABLE)) {
            Optional<EpochValue> value = run.values().stream()
                    .filter(given -> given.key().equals(shown.get()))
                    .findFirst();
            if (value.isEmpty() && !shown.get().equals(LOSS) && !run.epochs().isEmpty()) {
                shown.set(LOSS);
                return;
            }
            chart.logScaleProperty().set(value.filter(EpochValue::log).isPresent());
            chart.setModel(run.chart(value));
        }
    }
}
