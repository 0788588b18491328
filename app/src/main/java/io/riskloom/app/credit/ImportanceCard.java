package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Importance;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the model rests on over all test applicants, how the probability hangs on one column, and whether reasons are faithful. */
final class ImportanceCard extends VBox {

    private static final double CHART = 300;
    private static final int LINES = 12;

    private final CreditViewModel model;
    private final Explaining explaining;
    private final Texts texts;
    private final ChartView bars;
    private final ChartView curve;
    private final ChartView deletion;
    private final Label about = Panels.wrapped("", "caption");
    private final Label faithful = Panels.wrapped("", "muted");
    private final Label hangs = Panels.wrapped("", "caption");
    private final FigureTable<Importance.Column> table = new FigureTable<>("explain-importance-table", LINES);
    private final ObservableList<String> columns = FXCollections.observableArrayList();
    private final ComboBox<String> column = new ComboBox<>(columns);

    ImportanceCard(CreditViewModel model, Explaining explaining, Texts texts) {
        super(12);
        this.model = model;
        this.explaining = explaining;
        this.texts = texts;
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        bars = chart("explain-importance-chart");
        curve = chart("explain-dependence-chart");
        deletion = chart("explain-deletion-chart");
        faithful.setId("explain-faithful");
        hangs.setId("explain-dependence-words");
        column.setId("explain-column");
        column.accessibleTextProperty().bind(texts.bind("credit.explain.column"));
        build();
        table.accessibleTextProperty().bind(texts.bind("credit.explain.importance.title"));
        bars.selectedIndexProperty().subscribe(index -> pick(index.intValue()));
        table.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                column.setValue(chosen.name());
            }
        });
        column.valueProperty().subscribe(name -> {
            if (name != null) {
                explaining.askDependence(name);
            }
        });
        explaining.importance().answer().subscribe(found -> open());
        explaining.dependence().answer().subscribe(found -> showDependence());
        texts.locale().subscribe(locale -> {
            show();
            showDependence();
        });
    }

    private ChartView chart(String id) {
        ChartView chart = ChartView.onPage(texts);
        chart.setId(id);
        chart.setMinHeight(CHART);
        return chart;
    }

    private void build() {
        Button ask = new Button();
        ask.setId("explain-importance");
        ask.textProperty().bind(texts.bind("credit.explain.importance"));
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setOnAction(event -> explaining.askImportance());
        ask.disableProperty()
                .bind(explaining
                        .importance()
                        .busy()
                        .or(model.applicants().chosen().isNull()));
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("credit.explain.importance.help"));
        table.column("credit.explain.importance.0", 130, false, texts, Importance.Column::name)
                .column("credit.explain.importance.1", 90, true, texts, c -> Formats.number(c.meanAbsolute(), 3))
                .column(
                        "credit.explain.importance.2",
                        130,
                        true,
                        texts,
                        c -> MetricWords.signed(c.aucDrop(), 3) + " ± " + Formats.number(c.aucSd(), 3));
        HBox which = new HBox(12, Cards.label(texts.bind("credit.explain.dependence"), "section-title"), column);
        VBox body = new VBox(
                12,
                about,
                Cards.row(bars.framed(), table),
                which,
                new BusyLine(explaining.dependence(), texts, "credit.explain.busy", "explain-dependence"),
                curve.framed(),
                hangs,
                Cards.label(texts.bind("credit.explain.faithful"), "section-title"),
                faithful,
                deletion.framed());
        Panels.showWhen(body, explaining.importance().answer().isNotNull());
        getChildren()
                .addAll(
                        Cards.label(texts.bind("credit.explain.importance.title"), "section-title"),
                        new HBox(16, ask, Cards.grow(help)),
                        new BusyLine(
                                explaining.importance(), texts, "credit.explain.importance.busy", "explain-importance"),
                        body);
    }

    private void pick(int index) {
        if (index >= 0 && index < columns.size()) {
            column.setValue(columns.get(index));
        }
    }

    private void open() {
        Importance found = explaining.importance().answer().get();
        if (found == null) {
            columns.clear();
            return;
        }
        show();
        columns.setAll(found.columns().stream().map(Importance.Column::name).toList());
        column.getSelectionModel().selectFirst();
    }

    private void show() {
        Importance found = explaining.importance().answer().get();
        if (found == null) {
            return;
        }
        about.setText(texts.get("credit.explain.importance.about", Formats.number(found.applicants(), 0)));
        bars.setModel(ExplainCharts.importance(found, texts));
        table.show(found.columns());
        deletion.setModel(ExplainCharts.faithfulness(found.deletion(), texts));
        double area = found.deletion().area();
        faithful.setText(texts.get(
                area > 0 ? "credit.explain.faithful.better" : "credit.explain.faithful.notBetter",
                Formats.percent(Math.abs(area), 0)));
    }

    private void showDependence() {
        Dependence found = explaining.dependence().answer().get();
        if (found == null) {
            curve.setModel(null);
            hangs.setText("");
            return;
        }
        curve.setModel(ExplainCharts.dependence(found, texts));
        if (!found.numeric()) {
            hangs.setText(texts.get("credit.explain.dependence.bars"));
            return;
        }
        hangs.setText(
                Double.isNaN(found.missing())
                        ? texts.get("credit.explain.dependence.about")
                        : texts.get("credit.explain.dependence.missing", Formats.percent(found.missing(), 1)));
    }
}
