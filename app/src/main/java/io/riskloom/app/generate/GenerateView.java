package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Generated paths, their distribution and their stylised facts beside the real series. */
public final class GenerateView implements Page {

    private enum Tab {
        PATHS("generate.tab.paths"),
        DISTRIBUTION("generate.tab.distribution"),
        FACTS("generate.tab.facts");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    private static final int MOST_PATHS = GenerateViewModel.MOST_PATHS;
    private static final int LONGEST = GenerateViewModel.LONGEST;

    private final Session session;
    private final Texts texts;
    private final GenerateViewModel model;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.PATHS);
    private final Node content;
    private final Node context;

    public GenerateView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.model = new GenerateViewModel(session, texts);
        this.content = centre();
        this.context = panel();
    }

    @Override
    public String id() {
        return "generate";
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
        if (model.chosen().run().get() == null) {
            session.page().set("train");
        } else {
            model.generate();
        }
    }

    private Node centre() {
        ChosenRun chosen = model.chosen();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        VBox page = Cards.page(
                texts.bind("generate.title"),
                chosen.subtitle(),
                Panels.showWhen(Panels.verdict(chosen, "generate-verdict"), there),
                Panels.warnings(chosen, texts),
                Panels.showWhen(figures(), there),
                Panels.showWhen(tabs(), there),
                Panels.showWhen(Cards.grow(stage()), there),
                Panels.showWhen(
                        Panels.empty(session, texts, Feather.SHUFFLE, "generate.empty", "generate-train-first"),
                        chosen.run().isNull()));
        return page;
    }

    private HBox figures() {
        return Cards.row(
                distance(Metric.WASSERSTEIN_1),
                distance(Metric.WASSERSTEIN_5),
                distance(Metric.WASSERSTEIN_20),
                Panels.kpi(model.chosen(), texts, Metric.NEAREST_REAL_RATIO, "generate.kpi.ratio"));
    }

    private VBox distance(String metric) {
        VBox kpi = Cards.kpi(texts.bind("metric." + metric), model.chosen().value(metric), model.bootstrap(metric));
        kpi.setId("kpi-" + metric);
        return kpi;
    }

    private HBox tabs() {
        Label summary = Cards.label(
                Bindings.createStringBinding(
                        () -> tab.get() == Tab.FACTS ? "" : model.summary().get(), tab, model.fan(), texts.locale()),
                "caption");
        summary.setId("generate-summary");
        Segments<Tab> choice = new Segments<>(tab);
        for (Tab t : Tab.values()) {
            choice.add(t, texts.bind(t.key), "generate-tab-" + t.name().toLowerCase(Locale.ROOT));
        }
        HBox row =
                new HBox(12, choice, Panels.gap(), Panels.showWhen(days(), tab.isEqualTo(Tab.DISTRIBUTION)), summary);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox days() {
        Segments<Integer> choice = new Segments<>(model.days());
        for (int d : Shown.DAYS) {
            choice.add(
                    d,
                    d == 1 ? texts.bind("generate.days.one") : texts.bind("generate.days.many", d),
                    "generate-days-" + d);
        }
        return choice;
    }

    private StackPane stage() {
        ChartView fan = new ChartView(texts);
        fan.setId("generate-fan");
        model.fan().addListener((value, before, now) -> fan.setModel(now));
        fan.setModel(model.fan().get());
        ChartView distribution = new ChartView(texts);
        distribution.setId("generate-distribution");
        model.distribution().addListener((value, before, now) -> distribution.setModel(now));
        distribution.setModel(model.distribution().get());
        return new StackPane(
                Panels.showWhen(
                        fan.framed(), tab.isEqualTo(Tab.PATHS).and(model.fan().isNotNull())),
                Panels.showWhen(
                        distribution.framed(),
                        tab.isEqualTo(Tab.DISTRIBUTION).and(model.distribution().isNotNull())),
                Panels.showWhen(new FactTable(model, texts).node(), tab.isEqualTo(Tab.FACTS)));
    }

    private Node panel() {
        ChosenRun chosen = model.chosen();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        Label tooMuch = wrapped(model.tooMuch(), "bad-text", "generate-too-much");
        Button generate = new Button();
        generate.setId("generate-go");
        generate.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                chosen.run().get() == null
                                        ? "common.goTrain"
                                        : model.busy().get() ? "generate.busy" : "generate.generate"),
                        chosen.run(),
                        model.busy(),
                        texts.locale()));
        generate.disableProperty().bind(model.busy().or(tooMuch.textProperty().isNotEmpty()));
        generate.setOnAction(event -> primaryAction());
        Label seams = wrapped(model.seams(), "amber-text", "generate-seams");
        Label path = wrapped(model.highlightedWords(), "caption", "generate-path");
        return Cards.context(
                generate,
                Panels.showWhen(Panels.runChooser(chosen, texts, "generate-run"), there),
                Panels.showWhen(
                        Cards.row(
                                number("generate.paths", model.paths(), 1, MOST_PATHS, "generate-paths"),
                                number("generate.length", model.length(), 1, LONGEST, "generate-length")),
                        there),
                seams,
                tooMuch,
                Panels.showWhen(number("generate.seed", model.seed(), 0, 1e9, "generate-seed"), there),
                Panels.showWhen(
                        new VBox(
                                4,
                                number(
                                        "generate.highlight",
                                        model.highlightedNumber(),
                                        0,
                                        MOST_PATHS,
                                        "generate-highlight"),
                                Cards.row(
                                        button("generate.lowest", "generate-lowest", model::highlightLowest),
                                        button("generate.highest", "generate-highest", model::highlightHighest)),
                                path),
                        there),
                Panels.rows(texts.bind("generate.metrics"), chosen::metrics, chosen.run(), texts.locale()),
                Panels.notes(chosen, texts),
                Panels.showWhen(
                        Panels.export(
                                model.export(),
                                texts,
                                "generate.export",
                                "generate-export",
                                model::exportName,
                                model::exportTo),
                        there));
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private NumberField number(String key, Property<Number> property, double low, double high, String id) {
        return new NumberField(texts.bind(key), property, low, high, true, texts, id);
    }

    private static Label wrapped(ObservableValue<String> text, String style, String id) {
        Label label = Cards.label(text, style);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return Panels.showWhen(label, label.textProperty().isNotEmpty());
    }
}
