package io.riskloom.app.generate;

import io.riskloom.app.result.FigureTable;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.scene.layout.VBox;

/** The paths on show, the one that ends lowest first; the line chosen is the path drawn strongly. */
final class PathList extends VBox {

    private static final int MOST = 8;

    private final GenerateViewModel model;
    private final FigureTable<Integer> table;
    private boolean following;

    PathList(GenerateViewModel model, Texts texts) {
        super(8);
        this.model = model;
        this.table = new FigureTable<>("generate-list", MOST);
        table.accessibleTextProperty().bind(texts.bind("generate.list"));
        table.column("generate.list.path", 70, true, texts, i -> Formats.number(i + 1, 0));
        table.column("generate.list.end", 100, true, texts, i -> Formats.number(shown().end(i), 2));
        table.column("generate.list.change", 90, true, texts, i -> Shown.signedPercent(shown().change(i)));
        table.column("generate.list.fall", 110, true, texts, i -> Formats.percent(shown().falls()[i], 1));
        model.shown().subscribe(shown -> table.show(shown == null ? List.of() : shown.byEnd()));
        model.highlighted().subscribe(path -> follow(path.intValue()));
        table.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (now != null && !following) {
                model.highlighted().set(now);
            }
        });
        getChildren()
                .addAll(
                        Words.styled(texts.bind("generate.list"), "section-title", "generate-list-title"),
                        table,
                        Words.note(model.highlightedWords(), "generate-path"));
    }

    private Shown shown() {
        return model.shown().get();
    }

    private void follow(int path) {
        following = true;
        if (path < 0 || shown() == null) {
            table.getSelectionModel().clearSelection();
        } else if (!Integer.valueOf(path).equals(table.getSelectionModel().getSelectedItem())) {
            int line = shown().places()[path];
            table.getSelectionModel().select(line);
            table.scrollTo(line);
        }
        following = false;
    }
}
