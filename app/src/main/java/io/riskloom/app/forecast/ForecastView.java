package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.chart.Viewport;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.forecast.ForecastViewModel.View;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A run's forecasts, its verdict against plain models, its folds, its bands, and the rows that made each forecast. */
public final class ForecastView implements Page {

    private static final double CHART = 260;

    private final Session session;
    private final Texts texts;
    private final ForecastViewModel model;
    private final Map<View, Node> views = new EnumMap<>(View.class);
    private final StackPane stage = new StackPane();
    private final Node content;
    private final Node context;

    public ForecastView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.model = new ForecastViewModel(session, texts);
        this.content = centre();
        this.context = new ForecastPanel(session, model, texts).node();
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
        BooleanBinding own = chosen.run()
                .isNotNull()
                .and(model.view().isEqualTo(View.FOLDS).and(model.inStudy()).not());
        BooleanBinding figures =
                own.and(model.view().isEqualTo(View.FORECAST).or(model.view().isEqualTo(View.FOLDS)));
        stage.setAlignment(Pos.TOP_LEFT);
        stage.setMinHeight(Region.USE_PREF_SIZE);
        model.view().subscribe(this::look);
        VBox page = Cards.page(
                texts.bind("forecast.title"),
                chosen.subtitle(),
                Panels.showWhen(segments(), there),
                Panels.showWhen(Panels.verdict(chosen, "forecast-verdict"), own),
                Panels.warnings(chosen, texts, figures),
                Panels.showWhen(new KeyFigureRow(chosen, texts).node(), figures),
                note(),
                Panels.showWhen(Cards.grow(stage), there),
                Panels.showWhen(
                        Panels.empty(session, texts, Feather.TRENDING_UP, "forecast.empty", "forecast-train-first"),
                        chosen.run().isNull()));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setId("forecast-page");
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** A view is built when it is looked at first. */
    private void look(View view) {
        stage.getChildren().setAll(views.computeIfAbsent(view, this::build));
    }

    private Node build(View view) {
        return switch (view) {
            case FORECAST -> chart();
            case FOLDS ->
                new WalkForwardPane(
                        session, texts, model.chosen(), model.prices().prices());
            case BANDS -> new BandsPane(model, texts);
            case LEAKS -> new LeaksPane(session, model, texts);
        };
    }

    private Node chart() {
        ChartView chart = new ChartView(texts);
        chart.setId("forecast-chart");
        chart.setMinHeight(CHART);
        model.chart().subscribe(chart::setModel);
        // the mark stays on the chosen day, whichever way it was chosen and whatever is drawn anew
        chart.selectedIndexProperty().subscribe(index -> {
            model.chooseBar(index.intValue());
            chart.selectedIndexProperty().set(model.bar(model.origin().day().get()));
        });
        model.origin().day().subscribe(day -> {
            chart.selectedIndexProperty().set(model.bar(day));
            show(chart, model.bar(day));
        });
        // a chart of another run begins at its own end
        model.prices()
                .series()
                .subscribe(series -> show(chart, model.bar(model.origin().day().get())));
        return Panels.showWhen(chart.framed(), model.chart().isNotNull());
    }

    /** Pans to a bar that lies outside of what is shown, with the days after it. */
    private static void show(ChartView chart, int bar) {
        Viewport view = chart.viewportProperty().get();
        if (bar >= 0 && view != null && (bar < view.low() || bar > view.high())) {
            chart.viewportProperty().set(view.show(bar - view.span() / 2, bar + view.span() / 2));
        }
    }

    private Node segments() {
        Segments<View> segments = new Segments<>(model.view());
        for (View view : View.values()) {
            String name = view.name().toLowerCase(Locale.ROOT);
            ToggleButton button = segments.add(view, texts.bind("forecast.view." + name), "forecast-view-" + name);
            if (view == View.BANDS) {
                Panels.showWhen(
                        button,
                        model.chosen()
                                .run()
                                .map(run -> model.details().isPresent())
                                .orElse(false));
            }
        }
        return new HBox(segments);
    }

    private Node note() {
        Label words = Cards.label(model.noteWords());
        words.setId("forecast-note");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        model.note().subscribe(note -> words.getStyleClass().setAll("label", model.caution() ? "amber-text" : "muted"));
        // that days have come since matters where they are drawn
        return Panels.showWhen(
                words,
                Bindings.createBooleanBinding(
                        () -> model.note().get() != null
                                && (model.caution() || model.view().get() == View.FORECAST),
                        model.note(),
                        model.view()));
    }
}
