package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A list of charts that a validator asks for; the one chosen large, how to read it, and its figures. */
final class ValidationPane extends VBox {

    private static final double CHART = 420;
    private static final double LIST = 176;
    private static final double ROW = 32;

    private final ValidationModel model;
    private final Texts texts;

    ValidationPane(CreditViewModel page, Texts texts) {
        super(16);
        this.model = new ValidationModel(page, texts);
        this.texts = texts;
        setId("credit-validation");
        setMinHeight(Region.USE_PREF_SIZE);
        HBox top = new HBox(16, list(), Cards.grow(picture()));
        top.setMinHeight(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        top,
                        new SheetCard(
                                texts.bind("credit.figures"),
                                model.exhibit().map(Exhibit::sheet),
                                texts,
                                "credit-figures"));
        Panels.showWhen(this, model.exhibit().isNotNull());
    }

    private ListView<Plot> list() {
        ListView<Plot> list = new ListView<>();
        list.setId("credit-plots");
        list.getItems().setAll(Plot.values());
        list.setCellFactory(view -> new PlotCell(texts));
        list.setFixedCellSize(ROW);
        list.setMinWidth(LIST);
        list.setPrefSize(LIST, ROW * Plot.values().length + 2);
        list.setMaxHeight(Region.USE_PREF_SIZE);
        list.accessibleTextProperty().bind(texts.bind("credit.plots"));
        list.getSelectionModel().select(model.plot().get());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.plot().set(chosen);
            }
        });
        model.plot().subscribe(plot -> list.getSelectionModel().select(plot));
        return list;
    }

    private static final class PlotCell extends ListCell<Plot> {
        private final Texts texts;

        PlotCell(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(Plot plot, boolean empty) {
            super.updateItem(plot, empty);
            textProperty().unbind();
            setId(null);
            if (empty || plot == null) {
                setText(null);
            } else {
                setId("credit-plot-" + plot.key());
                textProperty().bind(texts.bind("credit.plot." + plot.key()));
            }
        }
    }

    private VBox picture() {
        ChartView chart = ChartView.onPage(texts);
        chart.setId("credit-plot");
        chart.setMinHeight(CHART);
        Region framed = chart.framed();
        ObservableValue<Boolean> drawn =
                model.exhibit().map(now -> now.chart() != null).orElse(false);
        model.exhibit().subscribe(now -> chart.setModel(now == null ? null : now.chart()));
        Label title = Cards.label(words(".title"), "section-title");
        Label help = wrapped(words(".help"), "muted", "credit-plot-help");
        Label remark = wrapped(model.exhibit().map(Exhibit::remark).orElse(""), "label", "credit-plot-remark");
        return new VBox(
                8,
                title,
                help,
                models(),
                Panels.showWhen(framed, drawn),
                Panels.showWhen(remark, remark.textProperty().isNotEmpty()));
    }

    private StringBinding words(String part) {
        return Bindings.createStringBinding(
                () -> texts.get("credit.plot." + model.plot().get().key() + part), model.plot(), texts.locale());
    }

    private static Label wrapped(ObservableValue<String> words, String style, String id) {
        Label label = Cards.label(words, style);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Which plain models are drawn beside the network, where several can be. */
    private Node models() {
        FlowPane boxes = new FlowPane(16, 6);
        boxes.setId("credit-plain");
        Runnable fill = () ->
                boxes.getChildren().setAll(model.plain().stream().map(this::box).toList());
        model.plain().addListener((InvalidationListener) change -> fill.run());
        fill.run();
        return Panels.showWhen(boxes, model.plot().map(Plot::compares).orElse(false));
    }

    private CheckBox box(String name) {
        CheckBox box = new CheckBox();
        box.setId("credit-plain-" + name);
        box.textProperty().bind(texts.bind("challenger." + name));
        box.setSelected(!model.hidden().contains(name));
        box.selectedProperty().subscribe((before, now) -> {
            if (now) {
                model.hidden().remove(name);
            } else {
                model.hidden().add(name);
            }
        });
        return box;
    }
}
