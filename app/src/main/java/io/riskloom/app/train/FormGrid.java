package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A section of a form under its caption, two fields in a row: those that concern the present choices; hidden without any. */
final class FormGrid extends VBox {

    private final GridPane grid = new GridPane(12, 8);
    private final Map<FormField, FieldEditor> editors = new LinkedHashMap<>();
    private List<FormField> shown = List.of();

    FormGrid(Form form, FormSection section, List<FormField> fields, Texts texts) {
        super(6);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        fields.forEach(field -> editors.put(field, new FieldEditor(field, texts)));
        getChildren().addAll(Cards.label(texts.bind(section.key()), "form-section"), grid);
        form.edits().subscribe(edit -> lay(form));
    }

    /** A field that is typed into stays where it is. */
    private void lay(Form form) {
        List<FormField> now = editors.keySet().stream().filter(form::concerns).toList();
        setVisible(!now.isEmpty());
        setManaged(!now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<FieldEditor> nodes = new ArrayList<>(now.stream().map(editors::get).toList());
        grid.getChildren().clear();
        int place = 0;
        for (FieldEditor editor : nodes) {
            place += editor.wide() && place % 2 == 1 ? 1 : 0;
            grid.add(editor, place % 2, place / 2, editor.wide() ? 2 : 1, 1);
            place += editor.wide() ? 2 : 1;
        }
    }
}
