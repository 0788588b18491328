package io.riskloom.app.generate;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** TimeGAN's scores on demand, with their floors, what is wrong with them, and what others have published. */
final class ProtocolCard extends VBox {

    private static final int ROWS = 4;

    ProtocolCard(ProtocolModel model, Texts texts) {
        super(8);
        setId("generate-protocol-card");
        getStyleClass().add("card");
        FigureTable<List<String>> table = new FigureTable<>("generate-protocol", ROWS);
        table.accessibleTextProperty().bind(texts.bind("generate.protocol"));
        table.column("generate.scores.score", 330, false, texts, row -> row.get(0));
        table.column("generate.generated", 140, true, texts, row -> row.get(1));
        table.column("generate.protocol.floor", 140, true, texts, row -> row.get(2));
        table.column("generate.protocol.repeats", 80, true, texts, row -> row.get(3));
        model.rows().addListener((ListChangeListener<List<String>>) change -> table.show(List.copyOf(model.rows())));
        table.show(List.copyOf(model.rows()));
        Panels.showWhen(table, Bindings.isNotEmpty(model.rows()));
        getChildren()
                .addAll(
                        head(model, texts),
                        Words.note(model.state(), "generate-protocol-state"),
                        table,
                        Words.note(model.words(), "generate-protocol-words"),
                        Words.note(texts.bind("generate.protocol.flaws"), "generate-protocol-flaws"),
                        Words.note(texts.bind("generate.protocol.published"), "generate-protocol-published"));
    }

    private static HBox head(ProtocolModel model, Texts texts) {
        Label title = Cards.label(texts.bind("generate.protocol"), "section-title");
        Button go = button("generate.protocol.go", "generate-protocol-go", texts, model::ask);
        go.disableProperty().bind(model.busy());
        Button stop = button("generate.protocol.stop", "generate-protocol-stop", texts, model::cancel);
        HBox head = new HBox(12, title, Panels.gap(), Panels.showWhen(stop, model.busy()), go);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Button button(String key, String id, Texts texts, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
