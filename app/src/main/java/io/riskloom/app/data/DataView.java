package io.riskloom.app.data;

import atlantafx.base.theme.Styles;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.FileDrop;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows what was loaded: sentence, key figures, chart, first rows, columns and notes. */
public final class DataView implements Page {

    private enum Shown {
        CHART,
        TABLE,
        COLUMNS,
        WARNINGS
    }

    private final Texts texts;
    private final DataViewModel model;
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.CHART);
    private final Node content;
    private final Node context;

    public DataView(Session session, Texts texts, List<Path> samples) {
        this.texts = texts;
        this.model = new DataViewModel(session, texts, samples);
        this.content =
                new StackPane(Panels.showWhen(filled(), model.empty().not()), Panels.showWhen(blank(), model.empty()));
        this.context = panel();
        model.warnings().addListener((InvalidationListener) change -> {
            if (model.warnings().isEmpty() && shown.get() == Shown.WARNINGS) {
                shown.set(Shown.CHART);
            }
        });
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
    public void primaryAction() {
        choose();
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
        HBox quality = Cards.verdict(words(Summary::quality));
        quality.setId("data-quality");
        ((Label) quality.getChildren().getFirst()).setMaxWidth(Double.MAX_VALUE);
        Button notes = new Button();
        notes.setId("data-show-notes");
        notes.textProperty().bind(texts.bind("data.quality.show"));
        notes.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
        notes.setOnAction(event -> shown.set(Shown.WARNINGS));
        quality.getChildren().add(Panels.showWhen(notes, Bindings.isNotEmpty(model.warnings())));
        model.summary().subscribe(summary -> Cards.grade(quality, summary == null || summary.clean() ? 1 : 0));
        return Cards.page(
                words(Summary::title),
                words(Summary::subtitle),
                quality,
                Cards.row(figure(0), figure(1), figure(2), figure(3)),
                Cards.grow(body()));
    }

    private Node figure(int index) {
        return Panels.kpi(model.figure(index));
    }

    private ObservableValue<String> words(Function<Summary, String> part) {
        return model.summary().map(part).orElse("");
    }

    private Region body() {
        ChartView chart = new ChartView(texts);
        chart.setId("data-chart");
        model.chart().subscribe(drawn -> {
            if (drawn != null) {
                chart.setModel(drawn);
            }
        });
        DataTables tables = new DataTables(model, texts);
        Label caption = Cards.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                "data.table.caption",
                                Formats.number(model.preview().size(), 0),
                                Formats.number(model.rows(), 0)),
                        model.preview(),
                        texts.locale()),
                "caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Node ranges =
                Panels.showWhen(new HBox(chart.rangeButtons()), model.prices().and(shown.isEqualTo(Shown.CHART)));
        Label remark = Cards.label(model.remark(), "caption");
        HBox head = new HBox(
                segments(),
                Panels.showWhen(
                        chooser(),
                        shown.isEqualTo(Shown.CHART)
                                .and(Bindings.size(model.choices()).greaterThan(1))),
                Panels.showWhen(remark, shown.isEqualTo(Shown.CHART)),
                Panels.showWhen(caption, shown.isEqualTo(Shown.TABLE)),
                gap,
                ranges,
                Panels.showWhen(chart.exportMenu(), shown.isEqualTo(Shown.CHART)));
        head.getStyleClass().add("card-head");
        head.setMinHeight(48);
        StackPane stack = new StackPane(
                Panels.showWhen(chart, shown.isEqualTo(Shown.CHART)),
                Panels.showWhen(tables.preview(), shown.isEqualTo(Shown.TABLE)),
                Panels.showWhen(tables.columns(), shown.isEqualTo(Shown.COLUMNS)),
                Panels.showWhen(tables.warnings(), shown.isEqualTo(Shown.WARNINGS)));
        stack.setMinHeight(120);
        VBox card = Cards.card(head, Cards.grow(stack));
        card.setSpacing(0);
        card.getStyleClass().add("flush");
        return card;
    }

    private Node segments() {
        Segments<Shown> segments = new Segments<>(shown);
        segments.add(Shown.CHART, texts.bind("data.view.chart"), "data-view-chart");
        segments.add(Shown.TABLE, texts.bind("data.view.table"), "data-view-table");
        segments.add(Shown.COLUMNS, texts.bind("data.view.columns"), "data-view-columns");
        ObservableValue<String> notes = Bindings.createStringBinding(
                () -> texts.get(
                        "data.view.warnings", Formats.number(model.warnings().size(), 0)),
                model.warnings(),
                texts.locale());
        ToggleButton button = segments.add(Shown.WARNINGS, notes, "data-view-warnings");
        Panels.showWhen(button, Bindings.isNotEmpty(model.warnings()));
        return segments;
    }

    private Node chooser() {
        ComboBox<String> box = new ComboBox<>(model.choices());
        box.setId("data-choice");
        box.valueProperty().bindBidirectional(model.choice());
        box.accessibleTextProperty()
                .bind(Bindings.when(model.prices())
                        .then(texts.bind("data.series"))
                        .otherwise(texts.bind("data.column")));
        return box;
    }

    private Node panel() {
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
        VBox next = new VBox(4, Cards.label(texts.bind("data.next"), "caption"), train);
        VBox recent = files("data.recent", model.recent(), Feather.CLOCK, "data-recent");
        VBox samples = files(
                "data.samples", FXCollections.observableArrayList(model.samples()), Feather.FILE_TEXT, "data-sample");
        return Cards.context(
                open,
                Panels.showWhen(next, model.empty().not()),
                Panels.showWhen(recent, Bindings.isNotEmpty(model.recent())),
                Panels.showWhen(samples, Bindings.createBooleanBinding(() -> !model.samples()
                        .isEmpty())));
    }

    private VBox files(String key, ObservableList<Path> files, Ikon icon, String id) {
        VBox list = new VBox(0);
        Runnable fill = () -> {
            list.getChildren().clear();
            for (Path file : files) {
                Button button = new Button(file.getFileName().toString(), new FontIcon(icon));
                button.setId(id + "-" + list.getChildren().size());
                button.setMnemonicParsing(false);
                button.getStyleClass().add(Styles.FLAT);
                button.setAlignment(Pos.CENTER_LEFT);
                button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                button.setMaxWidth(Double.MAX_VALUE);
                button.setTooltip(new Tooltip(file.toString()));
                button.setOnAction(event -> model.open(file));
                list.getChildren().add(button);
            }
        };
        files.addListener((InvalidationListener) change -> fill.run());
        fill.run();
        return new VBox(4, Cards.label(texts.bind(key), "caption"), list);
    }

    private Tooltip tip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        return tooltip;
    }

    private void choose() {
        FileDrop.choose(content.getScene().getWindow(), texts).ifPresent(model::open);
    }
}
