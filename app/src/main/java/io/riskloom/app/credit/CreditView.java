package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Ranking, score distribution, and one cut-off that moves everything together. */
public final class CreditView implements Page {

    private static final double DEAREST = 1e9;

    private final Session session;
    private final Texts texts;
    private final CreditViewModel model;
    private final Node content;
    private final Node context;

    public CreditView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.model = new CreditViewModel(session, texts);
        this.content = centre();
        this.context = panel();
    }

    @Override
    public String id() {
        return "credit";
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
                Panels.kpi(chosen, texts, Metric.AUC, "credit.kpi.auc"),
                Panels.kpi(chosen, texts, Metric.GINI, "credit.kpi.gini"),
                Panels.kpi(chosen, texts, Metric.KS, "credit.kpi.ks"),
                Panels.kpi(chosen, texts, Metric.BRIER, "credit.kpi.brier"));
        ChartView roc = new ChartView(texts);
        roc.setId("credit-roc");
        model.roc().addListener((value, before, now) -> roc.setModel(now));
        roc.setModel(model.roc().get());
        ChartView distribution = new ChartView(texts);
        distribution.setId("credit-distribution");
        model.distribution().addListener((value, before, now) -> distribution.setModel(now));
        distribution.setModel(model.distribution().get());
        HBox charts = Cards.row(titled("credit.roc", roc), titled("credit.distribution", distribution));
        ObservableValue<Boolean> drawn = model.roc().isNotNull();
        return Cards.page(
                texts.bind("credit.title"),
                chosen.subtitle(),
                Panels.showWhen(Panels.verdict(chosen, "credit-verdict"), there),
                Panels.warnings(chosen, texts),
                Panels.showWhen(figures, there),
                Panels.showWhen(Cards.grow(charts), drawn),
                Panels.showWhen(new CutOffCard(model, texts).node(), drawn),
                Panels.showWhen(
                        Panels.empty(session, texts, Feather.CREDIT_CARD, "credit.empty", "credit-train-first"),
                        chosen.run().isNull()));
    }

    private VBox titled(String key, ChartView chart) {
        return new VBox(8, Cards.label(texts.bind(key), "section-title"), Cards.grow(chart.framed()));
    }

    private Node panel() {
        ChosenRun chosen = model.chosen();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        Label difference = Cards.label(model.difference(), "caption");
        difference.setId("credit-difference");
        difference.setWrapText(true);
        difference.setMinHeight(Region.USE_PREF_SIZE);
        Button train = new Button();
        train.setId("credit-train");
        train.textProperty().bind(texts.bind("common.train"));
        train.setOnAction(event -> primaryAction());
        return Cards.context(
                train,
                Panels.showWhen(Panels.runChooser(chosen, texts, "credit-run"), there),
                Panels.showWhen(cutOff(), there),
                Panels.showWhen(costs(), there),
                Panels.showWhen(
                        new VBox(
                                6,
                                Panels.rows(
                                        texts.bind("credit.challengers"),
                                        model::challengers,
                                        chosen.run(),
                                        texts.locale()),
                                difference),
                        there),
                Panels.rows(texts.bind("credit.metrics"), chosen::metrics, chosen.run(), texts.locale()),
                Panels.notes(chosen, texts),
                Panels.showWhen(
                        Panels.export(
                                model.export(),
                                texts,
                                "credit.export",
                                "credit-export",
                                model::exportName,
                                model::exportTo),
                        there));
    }

    private VBox cutOff() {
        NumberField field = new NumberField(
                texts.bind("credit.cutOff"), model.cutOff(), 0, 1, false, texts, "credit-cut-off-field");
        Slider slider = new Slider(0, 1, model.cutOff().get());
        slider.setId("credit-cut-off");
        slider.setBlockIncrement(0.01);
        slider.accessibleTextProperty().bind(texts.bind("credit.cutOff"));
        slider.setTooltip(tooltip("credit.cutOff.help"));
        slider.valueProperty().bindBidirectional(model.cutOff());
        Button ks = button("credit.toKs", "credit-to-ks");
        ks.setTooltip(tooltip("credit.toKs.help"));
        ks.setOnAction(event -> model.cutAtKs());
        Button profit = button("credit.toProfit", "credit-to-profit");
        profit.setTooltip(tooltip("credit.toProfit.help"));
        profit.setOnAction(event -> model.cutAtProfit());
        model.roc().addListener((value, before, now) -> {
            ks.setDisable(model.ks().isEmpty());
            profit.setDisable(model.ks().isEmpty());
        });
        ks.setDisable(model.ks().isEmpty());
        profit.setDisable(model.ks().isEmpty());
        field.setMinWidth(80);
        field.setMaxWidth(80);
        HBox line = new HBox(12, field, Cards.grow(slider));
        line.setAlignment(Pos.BOTTOM_LEFT);
        HBox.setMargin(slider, new Insets(0, 0, 8, 0));
        return new VBox(8, line, Cards.row(ks, profit));
    }

    private HBox costs() {
        return Cards.row(
                new NumberField(texts.bind("credit.gain"), model.gain(), 0, DEAREST, false, texts, "credit-gain"),
                new NumberField(texts.bind("credit.loss"), model.loss(), 0, DEAREST, false, texts, "credit-loss"));
    }

    private Button button(String key, String id) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        return tooltip;
    }
}
