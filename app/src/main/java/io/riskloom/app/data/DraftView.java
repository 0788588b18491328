package io.riskloom.app.data;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A file whose right settings are being looked for: why it cannot be used, its settings, its first rows. */
final class DraftView {

    private final Texts texts;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lacksTarget = new ReadOnlyBooleanWrapper();
    private final ChipBar chips;
    private final GridTable grid;
    private final HBox bar;
    private final Node content;
    private DraftModel draft;
    private Subscription watched = Subscription.EMPTY;

    DraftView(ObservableValue<DraftModel> shown, Texts texts) {
        this.texts = texts;
        this.chips = new ChipBar(texts, "data-draft-chip", (setting, value) -> draft.choose(setting, value));
        this.grid = new GridTable(texts, "data-draft-grid");
        grid.heads(this::roleMenu);
        this.bar = Cards.verdict(verdict);
        bar.setId("data-draft-verdict");
        ((Label) bar.getChildren().getFirst()).setMaxWidth(Double.MAX_VALUE);
        this.content = build();
        shown.subscribe(this::take);
        texts.locale().subscribe(this::refresh);
    }

    Node content() {
        return content;
    }

    private Node build() {
        Button cancel = new Button();
        cancel.setId("data-draft-cancel");
        cancel.textProperty().bind(texts.bind("data.draft.cancel"));
        cancel.setOnAction(event -> draft.cancel());
        Button use = new Button();
        use.setId("data-draft-use");
        use.textProperty().bind(texts.bind("data.draft.use"));
        use.getStyleClass().add(Styles.ACCENT);
        use.disableProperty().bind(usable.not());
        use.setOnAction(event -> draft.use());
        Button unlabelled = new Button();
        unlabelled.setId("data-draft-unlabelled");
        unlabelled.textProperty().bind(texts.bind("data.draft.useWithoutTarget"));
        unlabelled.setTooltip(new Tooltip());
        unlabelled.getTooltip().textProperty().bind(texts.bind("data.draft.useWithoutTarget.help"));
        unlabelled.getTooltip().setWrapText(true);
        unlabelled.getTooltip().setMaxWidth(360);
        unlabelled.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, "verdict-action");
        unlabelled.setMinWidth(Region.USE_PREF_SIZE);
        unlabelled.setOnAction(event -> draft.useWithoutTarget());
        bar.getChildren().add(Panels.showWhen(unlabelled, lacksTarget));
        HBox head = new HBox(Cards.label(caption, "caption"), Panels.gap(), cancel, use);
        head.getStyleClass().add("card-head");
        head.setMinHeight(48);
        VBox rows = Cards.card(head, chips, Cards.grow(grid));
        rows.setSpacing(0);
        rows.getStyleClass().add("flush");
        return Cards.page(name, texts.bind("data.draft"), bar, Cards.grow(rows));
    }

    private Node roleMenu(String column) {
        String role = draft.role(column);
        MenuButton menu = new MenuButton(texts.get(role.isEmpty() ? "data.setting.detect" : "data.role." + role));
        menu.getStyleClass().add("chip");
        menu.setAccessibleText(column + " " + menu.getText());
        menu.getItems().add(roleItem(column, role, ""));
        draft.roles().forEach(other -> menu.getItems().add(roleItem(column, role, other)));
        return menu;
    }

    private RadioMenuItem roleItem(String column, String role, String other) {
        RadioMenuItem item =
                new RadioMenuItem(texts.get(other.isEmpty() ? "data.setting.detect" : "data.role." + other));
        item.setSelected(other.equals(role));
        item.setOnAction(event -> draft.role(column, other));
        return item;
    }

    private void take(DraftModel next) {
        watched.unsubscribe();
        draft = next;
        if (draft != null) {
            watched = draft.tried().subscribe(this::tried).and(draft.waiting().subscribe(this::judge));
        }
    }

    private void tried(Optional<DraftModel.Tried> tried) {
        refresh();
        tried.flatMap(DraftModel.Tried::refusal).ifPresent(refusal -> grid.reveal(refusal.line()));
    }

    private void refresh() {
        if (draft == null) {
            return;
        }
        name.set(draft.file().getFileName().toString());
        judge();
        chips.show(draft.chips());
        Grid rows = draft.grid();
        grid.show(rows);
        caption.set(DataBody.caption(rows, -1, texts));
    }

    private void judge() {
        verdict.set(draft.verdict());
        usable.set(draft.usable());
        lacksTarget.set(!draft.waiting().get() && draft.lacksTarget());
        Cards.grade(bar, draft.waiting().get() ? 0 : draft.usable() ? 1 : -1);
    }
}
