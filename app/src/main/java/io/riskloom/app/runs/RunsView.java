package io.riskloom.app.runs;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of all runs; the selected one's details stand at the right. */
public final class RunsView implements Page {

    private final Texts texts;
    private final RunsViewModel model;
    private final Node content;
    private final Node context;

    public RunsView(Session session, Texts texts) {
        this.texts = texts;
        this.model = new RunsViewModel(session, texts);
        this.content =
                new StackPane(Panels.showWhen(filled(), model.empty().not()), Panels.showWhen(blank(), model.empty()));
        this.context = new DetailsPanel(model, texts).node();
    }

    @Override
    public String id() {
        return "runs";
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
    public void primaryAction() {
        model.show();
    }

    @Override
    public void cancelAction() {
        model.asking().set(false);
    }

    private Node blank() {
        Button go = new Button();
        go.setId("runs-go-train");
        go.textProperty().bind(texts.bind("common.goTrain"));
        go.getStyleClass().add(Styles.ACCENT);
        go.setOnAction(event -> model.goTrain());
        return Cards.page(texts.bind("page.runs"), subtitle(), Cards.empty(Feather.LIST, texts.bind("runs.empty"), go));
    }

    private ObservableValue<String> subtitle() {
        return Bindings.createStringBinding(model::subtitle, model.rows(), texts.locale());
    }

    private Node filled() {
        TableView<RunRow> table = new RunsTable(model, texts).build();
        Button export = new Button();
        export.setId("runs-export");
        export.textProperty().bind(texts.bind("runs.export"));
        export.setGraphic(new FontIcon(Feather.DOWNLOAD));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("runs.export.tip"));
        export.setTooltip(tooltip);
        export.setOnAction(event -> export(table));
        Label saved = Cards.label(
                Bindings.createStringBinding(
                        () -> model.saved().get() == null
                                ? ""
                                : texts.get("result.saved", model.saved().get()),
                        model.saved(),
                        texts.locale()),
                "caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Cards.label(texts.bind("runs.table"), "section-title"), gap, saved, export);
        head.getStyleClass().add("card-head");
        VBox card = Cards.card(head, Cards.grow(table));
        card.setSpacing(0);
        card.getStyleClass().add("flush");
        return Cards.page(texts.bind("page.runs"), subtitle(), Cards.grow(card));
    }

    private void export(TableView<RunRow> table) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("runs.export"));
        chooser.setInitialFileName("runs.csv");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(texts.get("common.open.filter"), "*.csv"));
        File file = chooser.showSaveDialog(content.getScene().getWindow());
        if (file != null) {
            model.export(List.copyOf(table.getItems()), file.toPath());
        }
    }
}
