package io.riskloom.app.data;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.FileDrop;
import io.riskloom.app.control.Page;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Opens files, shows what was read and what is wrong with it, and lets the reader correct both. */
public final class DataView implements Page {

    private final Texts texts;
    private final DataViewModel model;
    private final Node content;
    private final Node context;

    public DataView(Session session, Texts texts, List<Path> samples) {
        this.texts = texts;
        this.model = new DataViewModel(session, texts, samples);
        BooleanBinding drafting = model.draft().isNotNull();
        this.content = new StackPane(
                Panels.showWhen(filled(), model.empty().or(drafting).not()),
                Panels.showWhen(blank(), model.empty().and(drafting.not())),
                Panels.showWhen(new DraftView(model.draft(), texts).content(), drafting));
        this.context = panel(drafting);
    }

    @Override
    public String id() {
        return "data";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node context() {
        return context;
    }

    @Override
    public void shown() {
        model.files().look();
    }

    @Override
    public void primaryAction() {
        choose();
    }

    @Override
    public void undo() {
        if (model.draft().get() == null) {
            model.corrections().undo();
        }
    }

    @Override
    public void redo() {
        if (model.draft().get() == null) {
            model.corrections().redo();
        }
    }

    @Override
    public void cancelAction() {
        if (model.draft().get() != null) {
            model.draft().get().cancel();
        }
    }

    private Node blank() {
        Button open = new Button();
        open.setId("data-empty-open");
        open.textProperty().bind(texts.bind("common.open"));
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(event -> choose());
        return Cards.page(
                texts.bind("page.data"),
                texts.bind("data.none"),
                Cards.empty(Feather.FILE_PLUS, texts.bind("data.empty"), open));
    }

    private Node filled() {
        DataBody body = new DataBody(model, texts);
        HBox quality = Cards.verdict(words(Summary::quality));
        quality.setId("data-quality");
        ((Label) quality.getChildren().getFirst()).setMaxWidth(Double.MAX_VALUE);
        Button findings = new Button();
        findings.setId("data-show-findings");
        findings.textProperty().bind(texts.bind("data.quality.show"));
        findings.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, "verdict-action");
        findings.setMinWidth(Region.USE_PREF_SIZE);
        findings.setOnAction(event -> body.shown().set(DataBody.Shown.QUALITY));
        quality.getChildren().add(Panels.showWhen(findings, Bindings.isNotEmpty(model.findings())));
        model.summary().subscribe(summary -> Cards.grade(quality, summary == null ? 1 : summary.grade()));
        return Cards.page(
                words(Summary::title),
                words(Summary::subtitle),
                new NoteBar(model.corrections(), texts).node(),
                quality,
                Cards.row(figure(0), figure(1), figure(2), figure(3)),
                Cards.grow(body.node()));
    }

    private Node figure(int index) {
        return Panels.kpi(model.figure(index));
    }

    private ObservableValue<String> words(Function<Summary, String> part) {
        return model.summary().map(part).orElse("");
    }

    private Node panel(BooleanBinding drafting) {
        Button open = new Button();
        open.setId("data-open");
        open.textProperty().bind(texts.bind("common.open"));
        open.setTooltip(tip("data.open.tip"));
        open.setOnAction(event -> choose());
        Button train = new Button();
        train.setId("data-train");
        train.textProperty().bind(texts.bind("data.train"));
        train.setMaxWidth(Double.MAX_VALUE);
        train.setOnAction(event -> model.train());
        BooleanBinding at = model.empty().or(drafting).not();
        VBox next = new VBox(4, Cards.label(texts.bind("data.next"), "caption"), train);
        FilesPanel files = new FilesPanel(model, texts);
        Node panel = Cards.context(
                open,
                files.opened(),
                Panels.showWhen(new CorrectionsPanel(model.corrections(), texts).node(model::check), at),
                Panels.showWhen(next, at),
                files.recent(),
                files.samples());
        drafting.subscribe(draft -> {
            open.getStyleClass().removeAll(Styles.ACCENT);
            if (!draft) { // a draft has a primary action of its own
                open.getStyleClass().add(Styles.ACCENT);
            }
        });
        return panel;
    }

    private Tooltip tip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        return tooltip;
    }

    private void choose() {
        model.open(FileDrop.choose(content.getScene().getWindow(), texts));
    }
}
