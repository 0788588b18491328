package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.Scenarios;
import io.riskloom.engine.stats.TailRisk;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a position may lose by generated, simulated and historical scenarios, and how such figures held in the past. */
final class RiskPane {

    private static final double BARS = 200;
    private static final double CHART = 320;
    private static final int LINES = 20;

    /** A source at a level of the report. */
    private record Line(RiskReport report, RiskReport.Of of, TailRisk tail) {}

    private final RiskModel model;
    private final Texts texts;
    private final FigureTable<Line> table = new FigureTable<>("risk-table", LINES);
    private final VBox node;

    RiskPane(RiskModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        ObservableValue<Boolean> there = model.report().map(latest -> latest.answer() != null);
        VBox results = Panels.showWhen(new VBox(12, finding(), bars(), figures(), sources(), shapes()), there);
        results.setId("risk-results");
        VBox worst = Panels.showWhen(new RiskWorstCard(model, texts), there);
        VBox body =
                new VBox(12, new RiskPositionCard(model, texts), results, worst, new RiskBacktestCard(model, texts));
        ObservableValue<Boolean> known =
                model.chosen().run().map(run -> model.known()).orElse(false);
        Panels.showWhen(body, known);
        ObservableValue<Boolean> unknown = known.map(is -> !is);
        VBox old = Panels.showWhen(
                new VBox(Words.styled(texts.bind("generate.risk.old"), "empty-text", "risk-old")), unknown);
        node = new VBox(12, body, old);
        model.report().subscribe(latest -> fill());
        texts.locale().subscribe(locale -> fill());
    }

    Node node() {
        return node;
    }

    /** Something of the report in the reader's language; null while there is no report. */
    private <T> ObservableValue<T> of(BiFunction<RiskReport, Texts, T> make) {
        return Bindings.createObjectBinding(
                () -> model.report().get().answer() == null
                        ? null
                        : make.apply(model.report().get().answer(), texts),
                model.report(),
                texts.locale());
    }

    private Node finding() {
        HBox bar = Cards.finding(of(RiskWords::finding).map(words -> words).orElse(""));
        bar.setId("risk-finding");
        Cards.grade(bar, 0);
        return new VBox(
                8,
                Panels.showWhen(
                        bar,
                        of(RiskWords::finding).map(words -> !words.isEmpty()).orElse(false)),
                Words.note(of(RiskWords::error).map(words -> words).orElse(""), "risk-error"),
                Words.note(texts.bind("generate.risk.note"), "risk-note"));
    }

    private HBox bars() {
        return Cards.row(
                named("generate.risk.bars.var", Charts.of(of(RiskCharts::valueAtRisk), BARS, texts, "risk-var")),
                named("generate.risk.bars.es", Charts.of(of(RiskCharts::shortfall), BARS, texts, "risk-es")));
    }

    /** A chart without a legend, its name in the legend's place. */
    private StackPane named(String key, ChartView chart) {
        Label name = Cards.label(texts.bind(key), "section-title");
        name.setMouseTransparent(true);
        name.setStyle("-fx-padding: 12 16 0 16;");
        StackPane card = new StackPane(chart.framed(), name);
        StackPane.setAlignment(name, Pos.TOP_LEFT);
        return card;
    }

    private VBox figures() {
        table.accessibleTextProperty().bind(texts.bind("generate.risk.table"));
        table.column(
                        "generate.risk.column.level",
                        76,
                        true,
                        texts,
                        line -> RiskWords.level(line.tail().level()))
                .column(
                        "generate.risk.column.source",
                        236,
                        false,
                        texts,
                        line -> RiskWords.source(line.of().source(), texts))
                .column(
                        "generate.risk.column.var",
                        120,
                        true,
                        texts,
                        line -> RiskWords.money(line.tail().valueAtRisk(), line.report()))
                .column(
                        "generate.risk.column.interval",
                        166,
                        true,
                        texts,
                        line -> RiskWords.interval(line.tail().varBand(), line.report()))
                .column(
                        "generate.risk.column.es",
                        120,
                        true,
                        texts,
                        line -> RiskWords.money(line.tail().expectedShortfall(), line.report()))
                .column(
                        "generate.risk.column.interval",
                        166,
                        true,
                        texts,
                        line -> RiskWords.interval(line.tail().esBand(), line.report()))
                .column(
                        "generate.risk.column.losing",
                        96,
                        true,
                        texts,
                        line -> Formats.percent(line.of().risk().losing(), 1))
                .column(
                        "generate.risk.column.scenarios",
                        96,
                        true,
                        texts,
                        line -> Formats.number(line.of().risk().profits().length, 0));
        Node export = Panels.export(
                model.export(), texts, "generate.risk.export", "risk-export", model::exportName, model::exportTo);
        HBox head = new HBox(12, Cards.label(texts.bind("generate.risk.table"), "section-title"), Panels.gap(), export);
        return Cards.card(head, table, Words.note(texts.bind("generate.risk.table.note"), "risk-table-note"));
    }

    private void fill() {
        RiskReport report = model.report().get().answer();
        table.show(
                report == null
                        ? List.of()
                        : Arrays.stream(report.question().levels())
                                .boxed()
                                .flatMap(level ->
                                        report.sources().stream().map(of -> new Line(report, of, of.tail(level))))
                                .toList());
    }

    /** Chooses whose profits and worst scenarios are on show. */
    private HBox sources() {
        Segments<String> choice = new Segments<>(model.source());
        for (String source : Scenarios.SOURCES) {
            choice.add(source, texts.bind("generate.risk.source." + source), "risk-source-" + source)
                    .disableProperty()
                    .bind(model.report()
                            .map(now -> now.answer() == null
                                    || now.answer().source(source).isEmpty()));
        }
        HBox row = new HBox(12, Cards.label(texts.bind("generate.risk.source"), "muted"), choice);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox shapes() {
        ObservableValue<ChartModel> profits = Bindings.createObjectBinding(
                () -> model.shownSource()
                        .map(of -> (ChartModel)
                                RiskCharts.profits(model.report().get().answer(), of, texts))
                        .orElse(null),
                model.report(),
                model.source(),
                texts.locale());
        return Cards.row(
                Charts.of(profits, CHART, texts, "risk-profits").framed(),
                Charts.of(of(RiskCharts::horizons), CHART, texts, "risk-horizons")
                        .framed());
    }
}
