package io.riskloom.app.train;

import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/** Why runs of a study failed or could not begin, each reason once. */
final class StudyReasons extends VBox {

    private final StudyModel model;
    private final Texts texts;
    private List<String> shown = List.of();

    StudyReasons(StudyModel model, Texts texts) {
        super(4);
        this.model = model;
        this.texts = texts;
        setId("study-reasons");
        setPadding(new Insets(8, 16, 12, 16));
        model.rows().addListener((InvalidationListener) changed -> fill());
        fill();
    }

    private void fill() {
        Map<String, List<StudyRow>> rows = new LinkedHashMap<>();
        for (StudyRow row : model.rows()) {
            if (!row.reason().isEmpty()) {
                rows.merge(row.reason(), List.of(row), StudyReasons::joined);
            }
        }
        List<String> lines = rows.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
        if (!lines.equals(shown)) {
            shown = lines;
            getChildren()
                    .setAll(lines.stream()
                            .map(line -> Panels.wrapped(line, "caption"))
                            .toList());
        }
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
    }

    private static List<StudyRow> joined(List<StudyRow> first, List<StudyRow> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private String line(String reason, List<StudyRow> rows) {
        String first = name(rows.getFirst());
        return rows.size() == 1
                ? texts.get("train.study.why", first, reason)
                : texts.get("train.study.why.more", first, rows.size() - 1, reason);
    }

    private String name(StudyRow row) {
        String seed = texts.get("train.study.seed", String.valueOf(row.spec().seed()));
        if (row.fold() == 0) {
            return seed;
        }
        String fold = texts.get("train.split.fold", row.fold());
        return row.spec().repeats() > 1 ? texts.get("train.study.line", fold, seed) : fold;
    }
}
