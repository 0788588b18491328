package io.riskloom.app.data;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was found in the data, one below the other, with the lines it is about and what can be done. */
final class FindingList extends ScrollPane {

    /** More findings than these would make the page slow; a file with so many wants another reading. */
    private static final int SHOWN = 200;

    private static final int LINES = 10;

    private final DataViewModel model;
    private final Texts texts;
    private final IntConsumer showLine;
    private final VBox list = new VBox(0);
    private final BooleanBinding waiting;

    /** @param showLine called with a line of the file that the reader wants to see */
    FindingList(DataViewModel model, Texts texts, IntConsumer showLine) {
        this.model = model;
        this.texts = texts;
        this.showLine = showLine;
        this.waiting = model.corrections().ready().not();
        setId("data-findings");
        setContent(list);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("page-scroll");
        model.grid().subscribe(this::fill);
        model.compare().compared().addListener((compared, before, now) -> fill());
    }

    private void fill() {
        List<Node> rows = new ArrayList<>();
        for (FindingRow row : model.findings().stream().limit(SHOWN).toList()) {
            rows.add(card(row, rows.size()));
        }
        int left = model.findings().size() - rows.size();
        if (left > 0) {
            rows.add(note(texts.get("data.findings.more", Formats.number(left, 0))));
        }
        if (rows.isEmpty()) {
            rows.add(note(texts.get("data.findings.none")));
        }
        list.getChildren().setAll(rows);
    }

    private static Label note(String words) {
        Label note = Panels.wrapped(words, "muted");
        note.getStyleClass().add("finding");
        return note;
    }

    private Node card(FindingRow row, int index) {
        Label name = new Label(row.name());
        name.getStyleClass().add("section-title");
        Label where = new Label(where(row));
        where.getStyleClass().add("caption");
        HBox head = new HBox(8, name, where);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox words = new VBox(4, head, Panels.wrapped(row.words(), "finding-words"));
        if (!row.lines().isEmpty()) {
            words.getChildren().add(lines(row));
        }
        if (!row.fixes().isEmpty()) {
            words.getChildren().add(fixes(row, index));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(12, icon(row), words);
        card.setId("data-finding-" + index);
        card.setMinHeight(Region.USE_PREF_SIZE);
        card.getStyleClass().add("finding");
        return card;
    }

    private String where(FindingRow row) {
        if (row.place().isEmpty() || row.count().isEmpty()) {
            return row.place() + row.count();
        }
        return row.place() + " · " + row.count();
    }

    private static Node icon(FindingRow row) {
        FontIcon icon = new FontIcon(
                switch (row.severity()) {
                    case SEVERE -> Feather.ALERT_OCTAGON;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case NOTE -> Feather.INFO;
                });
        icon.getStyleClass()
                .add(
                        switch (row.severity()) {
                            case SEVERE -> "severe-icon";
                            case WARNING -> "warning-icon";
                            case NOTE -> "note-icon";
                        });
        return icon;
    }

    /** Lines among the first rows can be looked at. */
    private Node lines(FindingRow row) {
        FlowPane flow = new FlowPane(6, 0);
        boolean one = row.lines().size() == 1 && !row.more();
        if (!one) {
            flow.getChildren().add(small(texts.get("data.findings.lines")));
        }
        for (int line : row.lines().stream().limit(LINES).toList()) {
            String number = Formats.number(line, 0);
            if (one) {
                number = texts.get("data.findings.line", number);
            }
            if (model.grid().get().rowOf(line) >= 0) {
                Hyperlink link = new Hyperlink(number);
                link.getStyleClass().add("line-link");
                link.setOnAction(event -> showLine.accept(line));
                flow.getChildren().add(link);
            } else {
                flow.getChildren().add(small(number));
            }
        }
        if (row.more() || row.lines().size() > LINES) {
            flow.getChildren().add(small("…"));
        }
        return flow;
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        return label;
    }

    private Node fixes(FindingRow row, int index) {
        FlowPane flow = new FlowPane(8, 8);
        flow.getStyleClass().add("fixes");
        for (FindingRow.FixChoice fix : row.fixes()) {
            Button button = new Button(fix.words());
            button.setId("data-fix-" + index + "-" + flow.getChildren().size());
            button.getStyleClass().add("small");
            button.disableProperty().bind(waiting);
            button.setOnAction(event -> model.corrections().add(fix.step()));
            flow.getChildren().add(button);
        }
        return Cards.grow(flow);
    }
}
