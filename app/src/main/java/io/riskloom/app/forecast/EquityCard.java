package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.Period;
import io.riskloom.engine.judge.Trading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The equity curve of the stated rule over the period, or why there is none. */
final class EquityCard extends VBox {

    private static final double CHART = 340;
    private static final double MOST_COSTS = 200;

    private final WalkForwardViewModel model;
    private final Texts texts;
    private final ChartView chart;
    private final StringProperty rule = new SimpleStringProperty("");
    private final StringProperty caution = new SimpleStringProperty("");
    private final ObjectProperty<List<Figure>> figures = new SimpleObjectProperty<>(List.of());

    EquityCard(WalkForwardViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        this.chart = new ChartView(texts);
        chart.setId("walk-equity");
        chart.setPrefHeight(CHART);
        chart.setMinHeight(CHART);
        ObservableValue<Boolean> there = chart.modelProperty().isNotNull();
        Node warning = words(caution, "amber-text", "walk-caution");
        getChildren()
                .addAll(
                        statement(there),
                        Panels.showWhen(keyFigures(), there),
                        Panels.showWhen(warning, caution.isNotEmpty()),
                        Panels.showWhen(chart.framed(), there));
        model.scores().subscribe(this::show);
        texts.locale().subscribe(this::show);
        show();
    }

    private Region statement(ObservableValue<Boolean> there) {
        NumberField costs =
                new NumberField(texts.bind("walk.costs"), model.costs(), 0, MOST_COSTS, false, texts, "walk-costs");
        costs.setMinWidth(140);
        costs.setPrefWidth(140);
        VBox said =
                new VBox(4, Cards.label(texts.bind("walk.equity"), "section-title"), words(rule, "muted", "walk-rule"));
        HBox line = new HBox(24, Cards.grow(said), Panels.showWhen(costs, there));
        VBox card = Cards.card(line);
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private static Node words(StringProperty words, String style, String id) {
        var label = Panels.wrapped("", style);
        label.textProperty().bind(words);
        label.setId(id);
        return label;
    }

    private HBox keyFigures() {
        HBox row = Cards.row(IntStream.range(0, EquityCurve.FIGURES)
                .mapToObj(index -> Panels.kpi(figures.map(all -> index < all.size() ? all.get(index) : Figure.NONE)))
                .toArray(Node[]::new));
        row.setId("walk-figures");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private void show() {
        PeriodWork.Answer answer = model.scores().get().answer();
        if (answer == null) {
            clear("");
            return;
        }
        WalkForward walk = answer.question().walk();
        Optional<Notice> obstacle = EquityRule.obstacle(walk, answer.whole());
        Optional<Trading> trading = answer.part().flatMap(Period::trading);
        if (obstacle.isPresent() || trading.isEmpty()) {
            clear(texts.of(obstacle.orElse(Notice.of("walk.none"))));
            return;
        }
        LocalDate last = model.axis().after(trading.get().dates().getLast(), EquityRule.held(walk));
        EquityCurve equity =
                new EquityCurve(trading.get(), last, answer.question().costs(), texts);
        rule.set(EquityRule.words(walk, model.axis().unit(), texts));
        caution.set(equity.caution().orElse(""));
        figures.set(equity.figures());
        chart.setModel(equity.chart());
    }

    private void clear(String words) {
        rule.set(words);
        caution.set("");
        figures.set(List.of());
        chart.setModel(null);
    }
}
