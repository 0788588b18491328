package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The run in progress or the one that ended: what it is doing, key figures, losses. */
final class RunPane extends VBox {

    private enum Shown {
        CHART,
        TABLE
    }

    private final FollowedRun run;
    private final Texts texts;
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.CHART);

    RunPane(FollowedRun run, Texts texts) {
        super(16);
        this.run = run;
        this.texts = texts;
        getChildren().addAll(banner(), Cards.row(figure(0), figure(1), figure(2), figure(3)), Cards.grow(losses()));
    }

    private Node banner() {
        HBox banner = Cards.verdict(run.progress().map(Progress::words).orElse(""));
        banner.setId("train-banner");
        banner.setSpacing(12);
        ((Label) banner.getChildren().getFirst()).setMaxWidth(Double.MAX_VALUE);
        ProgressBar bar = new ProgressBar();
        bar.setMinWidth(160);
        bar.progressProperty().bind(run.progress().map(p -> (Number) p.share()).orElse(0));
        Button offer = new Button();
        offer.setId("train-offer");
        offer.setMinWidth(Region.USE_PREF_SIZE);
        offer.getStyleClass().add(Styles.ACCENT);
        offer.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> run.offer().map(texts::get).orElse(""), run.progress(), texts.locale()));
        offer.setOnAction(event -> run.accept());
        banner.getChildren()
                .addAll(
                        Panels.showWhen(bar, run.training()),
                        Panels.showWhen(offer, offer.textProperty().isNotEmpty()));
        run.progress().subscribe(progress -> {
            banner.getStyleClass().removeAll("good", "neutral", "bad");
            if (progress != null && !run.training().get()) {
                Cards.grade(banner, progress.grade());
            }
        });
        return banner;
    }

    private Node figure(int index) {
        return Panels.kpi(values(index));
    }

    private ObservableValue<Figure> values(int index) {
        return run.progress().map(progress -> progress.figures().get(index)).orElse(Figure.NONE);
    }

    private Region losses() {
        ChartView chart = new ChartView(texts);
        chart.setId("train-losses");
        run.progress().subscribe(progress -> {
            if (progress != null) {
                chart.setModel(progress.losses());
            }
        });
        Segments<Shown> segments = new Segments<>(shown);
        segments.add(Shown.CHART, texts.bind("train.losses.chart"), "train-losses-chart");
        segments.add(Shown.TABLE, texts.bind("train.losses.table"), "train-losses-table");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        BooleanBinding drawn = shown.isEqualTo(Shown.CHART);
        HBox head = new HBox(
                Cards.label(texts.bind("train.losses.title"), "section-title"),
                segments,
                gap,
                Panels.showWhen(chart.exportMenu(), drawn));
        head.getStyleClass().add("card-head");
        head.setMinHeight(48);
        StackPane stack = new StackPane(Panels.showWhen(chart, drawn), Panels.showWhen(table(), drawn.not()));
        stack.setMinHeight(120);
        VBox card = Cards.card(head, Cards.grow(stack));
        card.setSpacing(0);
        card.getStyleClass().add("flush");
        return card;
    }

    private Node table() {
        TableView<EpochReport> table = new TableView<>(run.epochs());
        table.setId("train-epoch-table");
        table.setPlaceholder(new Label());
        run.values().subscribe(() -> table.getColumns().setAll(columns()));
        table.getColumns().setAll(columns());
        return table;
    }

    private List<TableColumn<EpochReport, String>> columns() {
        List<TableColumn<EpochReport, String>> columns = new ArrayList<>();
        columns.add(column(texts.bind("train.figure.epoch"), epoch -> Formats.number(epoch.epoch(), 0)));
        columns.add(column(values(1).map(Figure::caption), epoch -> Formats.compact(epoch.trainLoss())));
        columns.add(column(values(2).map(Figure::caption), epoch -> Formats.compact(epoch.validLoss())));
        for (String name : run.values()) {
            columns.add(column(texts.bind("epoch.value." + name), epoch -> value(name, epoch)));
        }
        columns.add(column(texts.bind("train.epochs.seconds"), epoch -> Formats.number(epoch.seconds(), 1)));
        return columns;
    }

    /** A share in percent, a distance of returns in basis points, other figures as they are. */
    private static String value(String name, EpochReport epoch) {
        double value = epoch.values().getOrDefault(name, Double.NaN);
        return switch (name) {
            case "discriminatorAccuracy" -> MetricWords.value(Metric.ACCURACY, value);
            case "wasserstein1" -> MetricWords.value(Metric.WASSERSTEIN_1, value);
            default -> Formats.compact(value);
        };
    }

    private static TableColumn<EpochReport, String> column(
            ObservableValue<String> heading, Function<EpochReport, String> words) {
        TableColumn<EpochReport, String> column = new TableColumn<>();
        column.textProperty().bind(heading);
        column.getStyleClass().add("numeric");
        column.setPrefWidth(140);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())));
        return column;
    }
}
