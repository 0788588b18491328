package io.riskloom.app.generate;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Generated paths, how real they look, how they came to be, and what they say about the risk of a position. */
public final class GenerateView implements Page {

    /** Tabs under the verdict and the key figures; the others need the room. */
    private static final Set<GenerateTab> SUMMED_UP = EnumSet.of(GenerateTab.PATHS, GenerateTab.SCORECARD);

    private final Session session;
    private final Texts texts;
    private final GenerateViewModel model;
    private final ProtocolModel protocol;
    private final Map<GenerateTab, Node> panes = new EnumMap<>(GenerateTab.class);
    private final StackPane stage = new StackPane();
    private final Node content;
    private final Node context;
    private RiskModel risk; // null until its tab is looked at

    public GenerateView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.model = new GenerateViewModel(session, texts);
        this.protocol = new ProtocolModel(model, texts);
        this.content = centre();
        this.context = new GeneratePanel(model, texts, this::go).node();
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

    /** What the tab is about: scenarios on that of risk, else paths. */
    @Override
    public void primaryAction() {
        if (looksAtRisk()) {
            risk.simulate();
        } else {
            go();
        }
    }

    private boolean looksAtRisk() {
        return model.tab().get() == GenerateTab.RISK && model.chosen().run().get() != null;
    }

    private void go() {
        if (model.chosen().run().get() == null) {
            session.page().set("train");
        } else {
            model.generate();
        }
    }

    /** Gives up what belongs to the tab on show, paths being drawn before the work of minutes. */
    @Override
    public void cancelAction() {
        if (looksAtRisk()) {
            risk.cancel();
        } else if (model.drawing().busy().get()) {
            model.drawing().cancel();
        } else {
            switch (model.tab().get()) {
                case PATHS -> model.files().cancel();
                case SCORECARD -> protocol.cancel();
                default -> {} // the other tabs ask for nothing that takes long
            }
        }
    }

    private Node centre() {
        ChosenRun chosen = model.chosen();
        BooleanBinding there = chosen.run().isNotNull();
        BooleanBinding summed = there.and(Bindings.createBooleanBinding(
                () -> SUMMED_UP.contains(model.tab().get()), model.tab()));
        stage.setAlignment(Pos.TOP_LEFT);
        stage.setMinHeight(Region.USE_PREF_SIZE);
        model.tab().subscribe(this::look);
        VBox page = Cards.page(
                texts.bind("generate.title"),
                chosen.subtitle(),
                Panels.showWhen(tabs(), there),
                Panels.showWhen(Panels.verdict(chosen, "generate-verdict"), summed),
                Panels.warnings(chosen, texts, summed),
                Panels.notes(chosen, texts, summed),
                Panels.showWhen(figures(), summed),
                Panels.showWhen(Cards.grow(stage), there),
                Panels.showWhen(
                        Panels.empty(session, texts, Feather.SHUFFLE, "generate.empty", "generate-train-first"),
                        chosen.run().isNull()));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setId("generate-page");
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private HBox figures() {
        HBox row = Cards.row(ScorecardModel.head().stream().map(this::figure).toArray(Node[]::new));
        VBox ratio = Panels.kpi(model.chosen(), texts, Metric.NEAREST_REAL_RATIO, "generate.kpi.ratio");
        HBox.setHgrow(ratio, Priority.ALWAYS);
        ratio.setPrefWidth(0);
        row.getChildren().add(ratio);
        return row;
    }

    private VBox figure(String metric) {
        ObservableValue<String> name = Bindings.createStringBinding(
                () -> Units.metric(metric, model.unit(), texts), model.chosen().run(), texts.locale());
        ObservableValue<String> beside = ScorecardModel.beside(model.chosen(), metric, texts);
        VBox kpi = Cards.kpi(name, model.chosen().value(metric), beside);
        kpi.setId("kpi-" + metric);
        ((Region) kpi.getChildren().getLast()).setMinHeight(Region.USE_PREF_SIZE); // a line for each rival
        return kpi;
    }

    /** A pane is built when it is looked at first. */
    private void look(GenerateTab tab) {
        stage.getChildren().setAll(panes.computeIfAbsent(tab, this::build));
    }

    private Node build(GenerateTab tab) {
        return switch (tab) {
            case PATHS -> new PathsPane(model, texts);
            case DISTRIBUTION -> new DistributionPane(new DistributionModel(model, texts), texts);
            case MEMORY -> new MemoryPane(model, texts);
            case SCORECARD -> new ScorecardPane(new ScorecardModel(model, texts), protocol, texts);
            case COPIES -> new CopiesPane(new CopiesModel(model, texts), new OverlayModel(model, texts), texts);
            case TRAINING -> new PlaybackPane(new PlaybackModel(session, texts, model.chosen()), texts).node();
            case COMPARE -> new ComparePane(new CompareModel(model, texts), texts);
            case RISK -> {
                risk = new RiskModel(session, model.chosen());
                yield new RiskPane(risk, texts).node();
            }
        };
    }

    private Node tabs() {
        Segments<GenerateTab> tabs = new Segments<>(model.tab());
        for (GenerateTab tab : GenerateTab.values()) {
            tabs.add(tab, texts.bind("generate.tab." + tab.id()), "generate-tab-" + tab.id());
        }
        return new HBox(tabs);
    }
}
