package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** The arithmetic of the output cell that is looked at, to read and to copy. */
final class ArithmeticCard extends VBox {

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final Text terms = new Text();
    private final Text result = new Text();
    private final Label running = new Label();
    private final Label note = new Label();

    ArithmeticCard(PlaygroundViewModel model, Texts texts) {
        super(4);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = WorkHead.icon(texts, Feather.COPY, "playground.arithmetic.copy", this::copy);
        copy.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.working().isEmpty(), model.state()));
        HBox head = new HBox(8, Cards.label(title(), "caption"), gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        TextFlow line = new TextFlow(terms, result);
        line.setId("playground-arithmetic");
        line.getStyleClass().add("arithmetic");
        line.setLineSpacing(4);
        line.setMinHeight(USE_PREF_SIZE);
        terms.getStyleClass().add("arithmetic-terms");
        result.getStyleClass().add("arithmetic-result");
        running.getStyleClass().addAll("caption", "mono");
        running.setWrapText(true);
        running.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("caption");
        for (Label label : List.of(running, note)) {
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
        getChildren().addAll(head, line, running, note);
        model.state().addListener((o, was, is) -> show());
        model.cursor().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        show();
    }

    private StringBinding title() {
        return Bindings.createStringBinding(
                () -> model.working()
                        .map(w -> w.place(model.cursor().get()))
                        .map(p -> texts.get("playground.arithmetic", p.row(), p.column()))
                        .orElseGet(() -> texts.get("playground.arithmetic.none")),
                model.state(),
                model.cursor(),
                texts.locale());
    }

    private void show() {
        Optional<Explanation> e = model.explanation();
        terms.setText(e.map(Arithmetic::terms).orElse("–"));
        result.setText(e.map(Arithmetic::result).orElse(""));
        running.setText(e.flatMap(Arithmetic::runningSum)
                .map(sums -> texts.get("playground.running", sums))
                .orElse(""));
        boolean padded = e.stream().flatMap(x -> x.terms().stream()).anyMatch(Explanation.Term::padded);
        note.setText(padded ? texts.get("playground.arithmetic.padding") : "");
    }

    private void copy() {
        WorkHead.copy((terms.getText() + result.getText()).replace('\u00a0', ' '));
    }
}
