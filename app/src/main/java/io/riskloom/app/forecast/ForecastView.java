package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Price history, forecast with bands, and the verdict against the last value. */
public final class ForecastView implements Page {

    private final Session session;
    private final Texts texts;
    private final ForecastViewModel model;
    private final Node content;
    private final Node context;

    public ForecastView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.model = new ForecastViewModel(session, texts);
        this.content = centre();
        this.context = panel();
    }

    @Override
    public String id() {
        return "forecast";
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
        session.page().set("train");
    }

    private Node centre() {
        ChosenRun chosen = model.chosen();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        HBox figures = Cards.row(
                Panels.kpi(chosen, texts, Metric.REL_MAE, "forecast.kpi.relMae"),
                Panels.kpi(chosen, texts, Metric.COVERAGE_90, "forecast.kpi.coverage90"),
                Panels.kpi(chosen, texts, Metric.DIRECTIONAL_ACCURACY, "forecast.kpi.direction"),
                sharpe());
        ChartView chart = new ChartView(texts);
        chart.setId("forecast-chart");
        model.chart().addListener((value, before, now) -> chart.setModel(now));
        chart.setModel(model.chart().get());
        return Cards.page(
                texts.bind("forecast.title"),
                chosen.subtitle(),
                Panels.showWhen(Panels.verdict(chosen, "forecast-verdict"), there),
                Panels.warnings(chosen, texts),
                Panels.showWhen(figures, there),
                Panels.showWhen(note(), model.note().isNotNull()),
                Panels.showWhen(Cards.grow(chart.framed()), model.chart().isNotNull()),
                Panels.showWhen(
                        Panels.empty(session, texts, Feather.TRENDING_UP, "forecast.empty", "forecast-train-first"),
                        chosen.run().isNull()));
    }

    private VBox sharpe() {
        VBox kpi = Cards.kpi(
                texts.bind("metric." + Metric.SHARPE_NET), model.chosen().value(Metric.SHARPE_NET), model.sharpeNote());
        kpi.setId("kpi-" + Metric.SHARPE_NET);
        return kpi;
    }

    private Node note() {
        Label words = Cards.label(model.noteWords(), "amber-text");
        words.setId("forecast-note");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    private Node panel() {
        ChosenRun chosen = model.chosen();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        Label span = Cards.label(model.testSpan(), "caption");
        span.setWrapText(true);
        Button train = new Button();
        train.setId("forecast-train");
        train.textProperty().bind(texts.bind("common.train"));
        train.setOnAction(event -> primaryAction());
        return Cards.context(
                train,
                Panels.showWhen(Panels.runChooser(chosen, texts, "forecast-run"), there),
                Panels.showWhen(steps(), there),
                Panels.rows(texts.bind("forecast.challengers"), model::challengers, chosen.run(), texts.locale()),
                Panels.rows(texts.bind("forecast.metrics"), chosen::metrics, chosen.run(), texts.locale()),
                Panels.showWhen(span, there),
                Panels.notes(chosen, texts),
                Panels.showWhen(
                        Panels.export(
                                model.export(),
                                texts,
                                "forecast.export",
                                "forecast-export",
                                model::exportName,
                                model::exportTo),
                        there));
    }

    private VBox steps() {
        ComboBox<Integer> box = new ComboBox<>(model.steps());
        box.setId("forecast-step");
        box.accessibleTextProperty().bind(texts.bind("forecast.step"));
        Panels.words(box, texts, step -> texts.get(step == 1 ? "forecast.step.one" : "forecast.step.many", step));
        box.setValue(model.step().get());
        box.valueProperty().addListener((value, before, now) -> {
            if (now != null) {
                model.step().set(now);
            }
        });
        model.step().addListener((value, before, now) -> box.setValue(now.intValue()));
        return Cards.field(texts.bind("forecast.step"), box);
    }
}
