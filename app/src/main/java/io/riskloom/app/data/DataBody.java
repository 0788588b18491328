package io.riskloom.app.data;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The loaded file from every side: chart, returns, first rows, columns, quality. */
final class DataBody {

    /** What is on screen. */
    enum Shown {
        CHART,
        RETURNS,
        TABLE,
        COLUMNS,
        QUALITY
    }

    private final DataViewModel model;
    private final Texts texts;
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.CHART);
    private final BooleanBinding prices;
    private final ChartView chart;
    private final GridTable grid;

    DataBody(DataViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.prices = model.prices();
        this.chart = new ChartView(texts);
        chart.setId("data-chart");
        this.grid = new GridTable(texts, "data-preview");
        model.grid().subscribe(grid::show);
        model.charts().chart().subscribe(this::draw);
        model.charts().returns().subscribe(this::draw);
        shown.subscribe(this::draw);
        prices.subscribe(priced -> {
            if (!priced && shown.get() == Shown.RETURNS) {
                shown.set(Shown.CHART);
            }
        });
    }

    ObjectProperty<Shown> shown() {
        return shown;
    }

    private void draw() {
        ChartModel drawn =
                switch (shown.get()) {
                    case CHART -> model.charts().chart().get();
                    case RETURNS -> model.charts().returns().get();
                    case TABLE, COLUMNS, QUALITY -> null;
                };
        if (drawn != null) {
            chart.setModel(drawn);
        }
    }

    Region node() {
        BooleanBinding drawn = shown.isEqualTo(Shown.CHART).or(shown.isEqualTo(Shown.RETURNS));
        ChipBar chips = new ChipBar(
                texts, "data-chip", (setting, value) -> model.corrections().choose(setting, value));
        model.chips().subscribe(chips::show);
        VBox rows = new VBox(chips, Cards.grow(grid));
        StackPane stack = new StackPane(
                Panels.showWhen(chart, drawn),
                Panels.showWhen(rows, shown.isEqualTo(Shown.TABLE)),
                Panels.showWhen(columns(), shown.isEqualTo(Shown.COLUMNS)),
                Panels.showWhen(new FindingList(model, texts, this::showLine), shown.isEqualTo(Shown.QUALITY)));
        stack.setMinHeight(120);
        VBox card = Cards.card(head(drawn), Cards.grow(stack));
        card.setSpacing(0);
        card.getStyleClass().add("flush");
        return card;
    }

    private Node columns() {
        return new ColumnTable(model, texts, model.compare().compared().map(Optional::isPresent));
    }

    private void showLine(int line) {
        shown.set(Shown.TABLE);
        grid.reveal(line);
        grid.requestFocus();
    }

    private HBox head(BooleanBinding drawn) {
        Label caption = Cards.label(
                Bindings.createStringBinding(
                        () -> caption(model.grid().get(), model.rows(), texts), model.grid(), texts.locale()),
                "caption");
        Label remark = Cards.label(model.charts().remark(), "caption");
        Label beyond = Cards.label(model.charts().beyond(), "caption");
        HBox head = new HBox(
                segments(),
                Panels.showWhen(
                        chooser(),
                        drawn.and(Bindings.size(model.charts().names()).greaterThan(1))),
                Panels.showWhen(remark, shown.isEqualTo(Shown.CHART)),
                Panels.showWhen(beyond, shown.isEqualTo(Shown.RETURNS)),
                Panels.showWhen(caption, shown.isEqualTo(Shown.TABLE)),
                Panels.showWhen(
                        comparison(),
                        shown.isEqualTo(Shown.COLUMNS)
                                .and(Bindings.isNotEmpty(model.compare().others()))),
                Panels.gap(),
                Panels.showWhen(new HBox(chart.rangeButtons()), prices.and(shown.isEqualTo(Shown.CHART))),
                Panels.showWhen(chart.exportMenu(), drawn));
        head.getStyleClass().add("card-head");
        head.setMinHeight(48);
        return head;
    }

    /** @param all usable rows of the file, −1 where they are not known */
    static String caption(Grid grid, int all, Texts texts) {
        String rows = Formats.number(grid.rows().size(), 0);
        String words = all < 0
                ? texts.get("data.table.draft", rows)
                : texts.get("data.table.caption", rows, Formats.number(all, 0));
        return grid.width() <= Grid.COLUMNS
                ? words
                : words + " · "
                        + texts.get(
                                "data.table.columns",
                                Formats.number(grid.header().size(), 0),
                                Formats.number(grid.width(), 0));
    }

    private Node segments() {
        Segments<Shown> segments = new Segments<>(shown);
        segments.add(Shown.CHART, texts.bind("data.view.chart"), "data-view-chart");
        Panels.showWhen(segments.add(Shown.RETURNS, texts.bind("data.view.returns"), "data-view-returns"), prices);
        segments.add(Shown.TABLE, texts.bind("data.view.table"), "data-view-table");
        segments.add(Shown.COLUMNS, texts.bind("data.view.columns"), "data-view-columns");
        ObservableValue<String> quality = Bindings.createStringBinding(
                () -> texts.get(
                        "data.view.quality", Formats.number(model.findings().size(), 0)),
                model.findings(),
                texts.locale());
        segments.add(Shown.QUALITY, quality, "data-view-quality");
        return segments;
    }

    /** Chooses the other file that the columns are compared with. */
    private Node comparison() {
        CompareModel compare = model.compare();
        MenuButton button = new MenuButton();
        button.setId("data-compare");
        button.getStyleClass().add("chip");
        button.setMnemonicParsing(false);
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> compare.compared()
                                .get()
                                .map(c -> texts.get(
                                        "data.columns.compared", c.other().name()))
                                .orElse(texts.get("data.columns.compare")),
                        compare.compared(),
                        texts.locale()));
        InvalidationListener fill = change -> {
            button.getItems().clear();
            for (Dataset other : compare.others()) {
                MenuItem item = new MenuItem(other.name());
                item.setMnemonicParsing(false);
                item.setOnAction(event -> compare.with(other));
                button.getItems().add(item);
            }
            MenuItem none = new MenuItem();
            none.textProperty().bind(texts.bind("data.columns.compareNone"));
            none.setOnAction(event -> compare.clear());
            button.getItems().add(none);
        };
        compare.others().addListener(fill);
        fill.invalidated(compare.others());
        return button;
    }

    private Node chooser() {
        ComboBox<String> box = new ComboBox<>(model.charts().names());
        box.setId("data-choice");
        box.valueProperty().bindBidirectional(model.charts().chosen());
        box.accessibleTextProperty()
                .bind(Bindings.when(prices).then(texts.bind("data.series")).otherwise(texts.bind("data.column")));
        return box;
    }
}
