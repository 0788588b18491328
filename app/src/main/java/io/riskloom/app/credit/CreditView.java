package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.AnomalySpec;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A credit model from its verdict to the single applicant, with one cut-off for all of it; or unusual applicants. */
public final class CreditView implements Page {

    private final Session session;
    private final Texts texts;
    private final CreditViewModel model;
    private final AnomalyViewModel anomalies;
    private final ChosenRun any;
    private final Map<View, Node> views = new EnumMap<>(View.class);
    private final StackPane stage = new StackPane();
    private final Node content;
    private final Node context;

    public CreditView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.model = new CreditViewModel(session, texts);
        this.anomalies = new AnomalyViewModel(session, texts);
        this.any = new ChosenRun(session, texts, "credit", "anomaly");
        ObservableValue<Boolean> unusual =
                any.run().map(run -> run.spec() instanceof AnomalySpec).orElse(false);
        ObservableValue<Boolean> credit = unusual.map(now -> !now);
        this.content = new StackPane(
                Panels.showWhen(centre(), credit),
                Panels.showWhen(unusual(new AnomalyPane(anomalies, unusual, texts)), unusual));
        this.context = new StackPane(
                Panels.showWhen(new CreditPanel(session, model, any, texts).node(), credit),
                Panels.showWhen(new AnomalyPanel(session, anomalies, any, texts).node(), unusual));
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
        BooleanBinding figures = chosen.run().isNotNull().and(model.view().isEqualTo(View.OVERVIEW));
        stage.setAlignment(Pos.TOP_LEFT);
        stage.setMinHeight(Region.USE_PREF_SIZE);
        model.view().subscribe(this::look);
        VBox page = Cards.page(
                texts.bind("credit.title"),
                chosen.subtitle(),
                Panels.showWhen(segments(), there),
                Panels.showWhen(Panels.verdict(chosen, "credit-verdict"), figures),
                Panels.warnings(chosen, texts, figures),
                Panels.notes(chosen, texts, figures),
                new CountingLine(model, texts),
                Panels.showWhen(Cards.grow(stage), there),
                Panels.showWhen(
                        Panels.empty(session, texts, Feather.CREDIT_CARD, "credit.empty", "credit-train-first"),
                        chosen.run().isNull()));
        return scroll(page, "credit-page");
    }

    private Node unusual(AnomalyPane pane) {
        return scroll(
                Cards.page(
                        texts.bind("credit.anomaly.title"), anomalies.chosen().subtitle(), pane),
                "anomaly-page");
    }

    private static ScrollPane scroll(VBox page, String id) {
        ScrollPane scroll = new ScrollPane(page);
        scroll.setId(id);
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
            case OVERVIEW -> new OverviewPane(session, model, texts);
            case VALIDATION -> new ValidationPane(model, texts);
            case SCORECARD -> new ScorecardPane(session, model, texts);
            case EXPLAIN -> new ExplainPane(session, model, texts);
            case FAIRNESS -> new FairnessPane(session, model, texts);
            case SCORE -> new ScorePane(session, model, texts);
        };
    }

    private Node segments() {
        Segments<View> segments = new Segments<>(model.view());
        for (View view : View.values()) {
            String name = view.name().toLowerCase(Locale.ROOT);
            segments.add(view, texts.bind("credit.view." + name), "credit-view-" + name);
        }
        return new HBox(segments);
    }
}
