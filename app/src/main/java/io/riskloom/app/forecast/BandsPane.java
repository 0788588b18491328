package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ForecastSpec;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether bands hold what they promise: over all levels, and over time. */
final class BandsPane extends VBox {

    private static final double HIGH = 300;
    private static final double LOW = 220;
    private static final String[] HEADS = {"nominal", "measured", "interval", "width", "finding"};

    private final ForecastViewModel model;
    private final Texts texts;
    private final Label verdict = Panels.wrapped("", "section-title");
    private final Label ahead = Panels.wrapped("", "amber-text");
    private final Label kind = Panels.wrapped("", "muted");
    private final Label few;
    private final GridPane table = new GridPane(16, 4);
    private final ChartView reliability;
    private final ChartView coverage;
    private final VBox time;

    BandsPane(ForecastViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        verdict.setId("bands-verdict");
        ahead.setId("bands-ahead");
        kind.setId("bands-kind");
        table.setId("bands-levels");
        for (int c = 0; c < HEADS.length; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(c == HEADS.length - 1 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(c == HEADS.length - 1 ? Priority.ALWAYS : Priority.NEVER);
            table.getColumnConstraints().add(column);
        }
        reliability = chart("bands-reliability", HIGH);
        coverage = chart("bands-coverage", LOW);
        few = Cards.label(texts.bind("forecast.bands.few", RollingCoverage.WINDOW), "muted");
        VBox words = Cards.card(verdict, ahead, kind, table);
        words.setSpacing(12);
        GridPane levels = new GridPane(12, 0);
        levels.getColumnConstraints().addAll(half(), half());
        levels.add(reliability.framed(), 0, 0);
        levels.add(words, 1, 0);
        time = new VBox(
                8,
                Cards.label(texts.bind("forecast.bands.time", RollingCoverage.WINDOW), "section-title"),
                coverage.framed());
        getChildren().addAll(levels, time, few);
        setMinHeight(Region.USE_PREF_SIZE);
        model.chosen().run().subscribe(run -> show());
        texts.locale().subscribe(locale -> show());
    }

    private static ColumnConstraints half() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(50);
        return column;
    }

    private ChartView chart(String id, double height) {
        ChartView chart = new ChartView(texts);
        chart.setId(id);
        chart.setPrefHeight(height);
        chart.setMinHeight(height);
        return chart;
    }

    private void show() {
        table.getChildren().clear();
        boolean there =
                model.details().isPresent() && model.chosen().run().get().spec() instanceof ForecastSpec;
        setVisible(there);
        if (there) {
            show(new BandsModel(
                    (ForecastSpec) model.chosen().run().get().spec(),
                    model.details().orElseThrow(),
                    texts));
        }
    }

    private void show(BandsModel bands) {
        verdict.setText(bands.verdict());
        ahead.setText(bands.ahead().orElse(""));
        shown(ahead, bands.ahead().isPresent());
        kind.setText(bands.kind());
        reliability.setModel(bands.reliability());
        coverage.setModel(bands.coverage());
        shown(reliability.getParent(), reliability.getModel() != null);
        shown(time, coverage.getModel() != null);
        shown(few, coverage.getModel() == null);
        shown(table, !bands.rows().isEmpty());
        for (int c = 0; c < HEADS.length; c++) {
            table.add(Panels.wrapped(texts.get("forecast.bands.head." + HEADS[c]), "caption"), c, 0);
        }
        int r = 1;
        for (BandsModel.LevelRow row : bands.rows()) {
            String[] cells = {row.nominal(), row.measured(), row.interval(), row.width(), row.finding()};
            for (int c = 0; c < cells.length; c++) {
                Label cell = new Label(cells[c]);
                if (c == HEADS.length - 1 && row.grade() == BandsModel.Finding.NARROW) {
                    cell.getStyleClass().add("amber-text");
                }
                table.add(cell, c, r);
            }
            r++;
        }
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
