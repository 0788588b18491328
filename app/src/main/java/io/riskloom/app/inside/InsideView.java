package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A trained network, looked into: its operations, what each makes of one input, what of the input bore the answer. */
public final class InsideView implements Page {

    private static final String STYLE = "/io/riskloom/ui/css/inside.css";

    private final Session session;
    private final Texts texts;
    private final Looked looked;
    private final ObjectProperty<InsideTab> tab = new SimpleObjectProperty<>(InsideTab.NETWORK);
    private final Map<InsideTab, InsidePane> panes = new EnumMap<>(InsideTab.class);
    private final StackPane stage = new StackPane();
    private final StackPane settings = new StackPane();
    private final ScrollPane content = new ScrollPane();
    private final Node context;
    private InsidePane pane; // on show

    public InsideView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.looked = new Looked(session, texts);
        stage.setAlignment(Pos.TOP_LEFT);
        stage.setMinHeight(Region.USE_PREF_SIZE);
        settings.setAlignment(Pos.TOP_LEFT);
        content.setId("inside-page");
        content.getStyleClass().add("page-scroll");
        content.setFitToWidth(true);
        content.setFitToHeight(true);
        content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.setContent(centre());
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        InsidePanel panel = new InsidePanel(looked, texts, tab, settings);
        context = panel.content();
        String style = InsideView.class.getResource(STYLE).toExternalForm();
        content.getStylesheets().add(style);
        panel.content().getStylesheets().add(style);
        tab.addListener((o, was, is) -> turn());
        looked.graph().addListener((o, was, is) -> {
            if (tab.get() == InsideTab.GATES && is != null && !looked.recurrent()) {
                tab.set(InsideTab.NETWORK);
            }
        });
        session.page().addListener((o, was, is) -> {
            if (pane != null && id().equals(was)) {
                pane.look(false);
                looked.hidden();
            }
        });
    }

    @Override
    public String id() {
        return "inside";
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
    public void shown() {
        looked.shown();
        turn();
    }

    @Override
    public void primaryAction() {
        session.page().set("train");
    }

    @Override
    public void cancelAction() {
        if (pane != null) {
            pane.cancel();
        }
    }

    /** The tab on show; a pane is built when it is looked at first. */
    private void turn() {
        InsidePane next = panes.computeIfAbsent(tab.get(), this::build);
        if (pane != null && pane != next) {
            pane.look(false);
        }
        pane = next;
        stage.getChildren().setAll(pane.content());
        settings.getChildren().setAll(pane.settings());
        pane.look(true);
    }

    private InsidePane build(InsideTab of) {
        return switch (of) {
            case NETWORK -> new NetworkPane(looked, texts);
            case MAPS -> new MapsPane(looked, texts);
            case ACTIVATION -> new ActivationPane(looked, texts);
            case GATES -> new GatesPane(looked, texts);
        };
    }

    private void keys(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        if (pane != null && pane.key(event) || tab.get() != InsideTab.NETWORK && stepped(event)) {
            event.consume();
        }
    }

    private boolean stepped(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> looked.step(-1);
            case RIGHT -> looked.step(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private VBox centre() {
        ChosenRun chosen = looked.chosen();
        BooleanBinding there = chosen.run().isNotNull();
        BooleanBinding known = looked.graph().isNotNull();
        BooleanBinding classified = Bindings.createBooleanBinding(
                () -> tab.get() == InsideTab.NETWORK
                        && chosen.run().get() != null
                        && chosen.run().get().spec().task().equals("classify"),
                chosen.run(),
                tab);
        NavigatorCard navigator = new NavigatorCard(looked, texts);
        VBox page = Cards.page(
                texts.bind("page.inside"),
                Bindings.createStringBinding(
                        () -> chosen.run().get() == null
                                ? texts.get("inside.subtitle")
                                : chosen.subtitle().get(),
                        chosen.run(),
                        texts.locale()),
                Panels.showWhen(tabs(), there),
                Panels.showWhen(Panels.verdict(chosen, "inside-verdict"), classified),
                Panels.warnings(chosen, texts, classified),
                Panels.showWhen(figures(), classified),
                Panels.showWhen(problem(), looked.problem().isNotNull()),
                Panels.showWhen(navigator, looked.subject().isNotNull().and(tab.isNotEqualTo(InsideTab.NETWORK))),
                Panels.showWhen(Cards.grow(stage), known),
                Panels.showWhen(
                        Panels.empty(session, texts, Feather.EYE, "inside.empty", "inside-train-first"), there.not()));
        page.setSpacing(12);
        return page;
    }

    private HBox figures() {
        ChosenRun chosen = looked.chosen();
        return Cards.row(
                Panels.kpi(chosen, texts, Metric.ACCURACY, "inside.kpi.accuracy"),
                Panels.kpi(chosen, texts, Metric.AUC, "inside.kpi.auc"),
                Cards.kpi(
                        texts.bind("inside.kpi.majority"),
                        chosen.words(e ->
                                MetricWords.value(Metric.ACCURACY, chosen.challenger("majority", Metric.ACCURACY))),
                        texts.bind("inside.kpi.majority.note")),
                Panels.kpi(chosen, texts, Metric.BRIER, "inside.kpi.brier"));
    }

    private Node tabs() {
        Segments<InsideTab> tabs = new Segments<>(tab);
        for (InsideTab of : InsideTab.values()) {
            tabs.add(of, texts.bind("inside.tab." + of.id()), "inside-tab-" + of.id());
        }
        ObservableValue<Boolean> gated =
                looked.graph().map(graph -> looked.recurrent()).orElse(false);
        Panels.showWhen(tabs.getChildren().getLast(), gated);
        return new HBox(tabs);
    }

    private Node problem() {
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> looked.problem().get() == null
                                ? ""
                                : texts.of(looked.problem().get()),
                        looked.problem(),
                        texts.locale()),
                "bad-text");
        words.setId("inside-problem");
        words.setWrapText(true);
        HBox bar = new HBox(words);
        bar.getStyleClass().add("problem");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }
}
