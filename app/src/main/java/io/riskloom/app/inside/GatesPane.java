package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.WholeNumbers;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.Arrays;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Gates and states of a recurrent layer: all units over the days, one of them as lines, what each lag contributed. */
final class GatesPane implements InsidePane {

    private static final double MAPS = 430;
    private static final double LINES = 210;
    private static final double LAGS = 400;

    private final GatesViewModel model;
    private final Texts texts;
    private final GatesCharts charts;
    private final ActivationWords words;
    private final ChartView maps;
    private final ChartView gates;
    private final ChartView states;
    private final ChartView lags;
    private final VBox content = new VBox(12);
    private final VBox settings = new VBox(16);

    GatesPane(Looked looked, Texts texts) {
        this.texts = texts;
        this.model = new GatesViewModel(looked);
        this.charts = new GatesCharts(texts);
        this.words = new ActivationWords(texts);
        maps = chart("inside-gates", MAPS);
        gates = chart("inside-unit-gates", LINES);
        states = chart("inside-unit-states", LINES);
        lags = chart("inside-lags", LAGS);
        states.crosshairProperty().bindBidirectional(gates.crosshairProperty());
        states.viewportProperty().bindBidirectional(gates.viewportProperty());
        Label trouble = Panels.wrapped("", "amber-text");
        trouble.setId("inside-gates-trouble");
        trouble.textProperty().bind(WorkLine.problem(model.asked(), texts));
        content.getChildren()
                .addAll(
                        Panels.showWhen(trouble, model.asked().problem().isNotNull()),
                        Panels.showWhen(
                                new VBox(12, all(), unit(), contributions()),
                                model.opened().isNotNull()));
        content.setMinHeight(Region.USE_PREF_SIZE);
        settings.getChildren().addAll(layer(), unitField(), about());
        maps.selectedIndexProperty().addListener((o, was, is) -> {
            if (is.intValue() >= 0) {
                model.pick(is.intValue());
            }
        });
        maps.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        model.opened().addListener((o, was, is) -> show());
        model.unit().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
    }

    private ChartView chart(String id, double height) {
        ChartView chart = ChartView.onPage(texts);
        chart.setId(id);
        chart.setPrefHeight(height);
        chart.setMinHeight(height);
        return chart;
    }

    private Node all() {
        HeadedCard card = new HeadedCard(texts.bind("inside.gates.all"), maps.exportMenu());
        card.getChildren().addAll(maps, HeadedCard.note(texts.bind("inside.gates.all.note"), "inside-gates-note"));
        return card;
    }

    private Node unit() {
        StringBinding title = Bindings.createStringBinding(
                () -> texts.get("inside.gates.one", model.unit().get() + 1), model.unit(), texts.locale());
        HeadedCard card = new HeadedCard(title);
        gates.setPrefWidth(0);
        states.setPrefWidth(0);
        card.getChildren()
                .addAll(
                        new HBox(Cards.grow(gates), Cards.grow(states)),
                        HeadedCard.note(said(this::unitWords), "inside-unit-words"));
        return card;
    }

    private Node contributions() {
        HeadedCard card = new HeadedCard(texts.bind("inside.gates.lags"), lags.exportMenu());
        card.getChildren().addAll(lags, HeadedCard.note(said(this::lagWords), "inside-lag-words"));
        return card;
    }

    private StringBinding said(Supplier<String> now) {
        return Bindings.createStringBinding(
                () -> model.opened().get() == null ? "" : now.get(), model.opened(), model.unit(), texts.locale());
    }

    /** How long the unit remembers: the mean of its forget gate as a half-life, where it has one. */
    private String unitWords() {
        GatesViewModel.Opened now = model.opened().get();
        int unit = Math.min(model.unit().get(), model.units() - 1);
        return now.gates().series().stream()
                .filter(series -> series.name().equals("forget"))
                .findFirst()
                .map(series -> {
                    double kept = Arrays.stream(series.values())
                            .mapToDouble(day -> day[unit])
                            .average()
                            .orElse(0);
                    double life = Math.log(0.5) / Math.log(Math.clamp(kept, 1e-9, 1 - 1e-9));
                    return texts.get("inside.gates.memory", Formats.percent(kept, 1), Formats.number(life, 1));
                })
                .orElseGet(() -> texts.get("inside.gates." + now.gates().kind() + ".unit"));
    }

    /** How much of the contributions' size lies within the last days. */
    private String lagWords() {
        double[] lag = model.opened().get().gates().lags();
        double all = Arrays.stream(lag).map(Math::abs).sum();
        int near = Math.min(5, lag.length);
        double last =
                Arrays.stream(lag, lag.length - near, lag.length).map(Math::abs).sum();
        return texts.get("inside.gates.recent", near, Formats.percent(all == 0 ? 0 : last / all, 1), lag.length);
    }

    private Node layer() {
        ComboBox<String> box = new ComboBox<>(model.layers());
        box.setId("inside-gates-layer");
        box.accessibleTextProperty().bind(texts.bind("inside.gates.layer"));
        box.setValue(model.layer().get());
        model.layer().addListener((o, was, is) -> box.setValue(is));
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null && !is.isEmpty()) {
                model.layer().set(is);
            }
        });
        model.layers().addListener((ListChangeListener<String>) change -> {
            box.setValue(null); // the choice is that of the list before
            box.setValue(model.layer().get());
        });
        return Cards.field(texts.bind("inside.gates.layer"), box);
    }

    private Node unitField() {
        Spinner<Integer> field = WholeNumbers.spinner(1, 1, 1);
        IntegerSpinnerValueFactory values = (IntegerSpinnerValueFactory) field.getValueFactory();
        field.setId("inside-unit");
        field.getEditor().accessibleTextProperty().bind(texts.bind("inside.gates.which"));
        model.opened().addListener((o, was, is) -> {
            values.setMax(Math.max(1, model.units()));
            values.setValue(model.unit().get() + 1);
        });
        model.unit().addListener((o, was, is) -> values.setValue(is + 1));
        values.valueProperty().addListener((o, was, is) -> model.pick(is - 1));
        return Cards.field(texts.bind("inside.gates.which"), field);
    }

    private Node about() {
        Label about = Panels.wrapped("", "caption");
        about.textProperty()
                .bind(said(() ->
                        texts.get("inside.gates." + model.opened().get().gates().kind())));
        return about;
    }

    private void show() {
        GatesViewModel.Opened now = model.opened().get();
        if (now == null) {
            return;
        }
        int unit = Math.min(model.unit().get(), model.units() - 1);
        maps.setModel(charts.maps(now, unit));
        boolean gated = now.gates().series().stream().anyMatch(GatesCharts::opens);
        gates.setVisible(gated);
        gates.setManaged(gated);
        gates.setModel(gated ? charts.unit(now, unit, true) : null);
        states.setModel(charts.unit(now, unit, false));
        lags.setModel(charts.lags(
                now,
                texts.get(
                        "inside.activation.contribution",
                        words.explained(now.seen().run()))));
    }

    /** Up and down go to the unit before and to the next. */
    private void walk(KeyEvent e) {
        int by =
                switch (e.getCode()) {
                    case UP -> -1;
                    case DOWN -> 1;
                    default -> 0;
                };
        if (by != 0 && !e.isShortcutDown() && !e.isAltDown()) {
            model.pick(model.unit().get() + by);
            e.consume();
        }
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node settings() {
        return settings;
    }

    @Override
    public void look(boolean shown) {
        model.look(shown);
    }

    @Override
    public void cancel() {
        model.asked().cancel();
    }
}
