package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSight.Backtest;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How one-day values at risk held on the test days: exceedances, the tests of Kupiec and of Christoffersen, the days. */
final class RiskBacktestCard extends VBox {

    private static final int LINES = 12;
    private static final double CHART = 320;

    private final RiskModel model;
    private final Texts texts;
    private final FigureTable<Backtest> table = new FigureTable<>("risk-backtests", LINES);

    RiskBacktestCard(RiskModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        columns();
        ObservableValue<ChartModel> chart = Bindings.createObjectBinding(
                this::chart, table.getSelectionModel().selectedItemProperty(), texts.locale());
        getChildren()
                .addAll(
                        Cards.label(Units.bind(model.chosen(), "generate.risk.backtest", 1, texts), "section-title"),
                        Words.note(head(), "risk-backtest-note"),
                        Words.note(missing(), "risk-backtest-missing"),
                        Words.note(
                                model.backtests()
                                        .latest()
                                        .map(now -> now.problem().map(texts::of).orElse("")),
                                "risk-backtest-problem"),
                        table,
                        Panels.showWhen(
                                Charts.of(chart, CHART, texts, "risk-exceedances")
                                        .framed(),
                                chart.map(is -> true).orElse(false)));
        model.backtests().latest().subscribe(latest -> fill());
        texts.locale().subscribe(locale -> table.refresh());
    }

    private void columns() {
        table.accessibleTextProperty().bind(Units.bind(model.chosen(), "generate.risk.backtest", 1, texts));
        table.column("generate.risk.column.level", 76, true, texts, test -> RiskWords.level(test.level()))
                .column("generate.risk.column.source", 150, false, texts, test -> source(test))
                .column(
                        "generate.risk.backtest.expected",
                        76,
                        true,
                        texts,
                        test -> Formats.number(test.level() * days(), 1))
                .column("generate.risk.backtest.actual", 76, true, texts, test -> Formats.number(test.exceedances(), 0))
                .column("generate.risk.backtest.kupiec", 88, true, texts, test -> RiskWords.p(test.kupiec()))
                .column(
                        "generate.risk.backtest.independence",
                        112,
                        true,
                        texts,
                        test -> RiskWords.p(test.independence()))
                .column("generate.risk.backtest.coverage", 100, true, texts, test -> RiskWords.p(test.conditional()))
                .column(
                        "generate.risk.backtest.verdict",
                        210,
                        false,
                        texts,
                        test -> RiskWords.verdict(test, days(), texts));
    }

    private String source(Backtest test) {
        return texts.get("generate.risk.backtest.source." + test.simulator(), trailing());
    }

    private String trailing() {
        RiskBacktests.Question question = model.backtests().latest().get().question();
        return question == null
                ? ""
                : RiskWords.trailing(question.details().sight().training().length, days(), unit(), texts);
    }

    private BarUnit unit() {
        return Units.of(model.chosen());
    }

    private int days() {
        RiskBacktests.Question question = model.backtests().latest().get().question();
        return question == null ? 0 : question.returns().length;
    }

    private ObservableValue<String> head() {
        return Bindings.createStringBinding(
                () -> model.backtests().latest().get().answer() == null
                        ? ""
                        : texts.get(
                                model.backtests().latest().get().question().turned()
                                        ? "generate.risk.backtest.short"
                                        : "generate.risk.backtest.long",
                                unit().count(days(), texts),
                                trailing()),
                model.backtests().latest(),
                texts.locale());
    }

    private ObservableValue<String> missing() {
        return Bindings.createStringBinding(
                () -> {
                    List<Backtest> tests = model.backtests().latest().get().answer();
                    return tests == null
                            ? ""
                            : RiskBacktests.missing(
                                            model.backtests().latest().get().question(), tests)
                                    .stream()
                                    .map(texts::of)
                                    .collect(Collectors.joining(" "));
                },
                model.backtests().latest(),
                texts.locale());
    }

    private void fill() {
        List<Backtest> tests = model.backtests().latest().get().answer();
        Backtest before = table.getSelectionModel().getSelectedItem();
        table.show(tests == null ? List.of() : tests);
        if (tests != null && !tests.isEmpty()) {
            Backtest shown = tests.stream()
                    .filter(test -> before != null
                            && test.simulator().equals(before.simulator())
                            && test.level() == before.level())
                    .findFirst()
                    .orElse(tests.getFirst());
            table.getSelectionModel().select(shown);
        }
    }

    private ChartModel chart() {
        Backtest test = table.getSelectionModel().getSelectedItem();
        RiskBacktests.Question question = model.backtests().latest().get().question();
        if (test == null || question == null || question.returns().length != test.forecast().length) {
            return null;
        }
        return RiskCharts.backtest(
                test, question.returns(), question.details().sight().dates(), texts);
    }
}
