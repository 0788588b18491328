package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.credit.Explaining.Method;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Explanation.Reason;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why the applicant on show was scored so: a decision, bars from the base to his score, reasons in words. */
final class ReasonsCard extends VBox {

    private static final int CODES = 4;
    private static final double SIDE = 280;

    /** A probability that follows from its log odds by the logistic function does so to rounding. */
    private static final double SAME = 1e-6;

    private final CreditViewModel model;
    private final Explaining explaining;
    private final Texts texts;
    private final Label decision = Panels.wrapped("", "section-title");
    private final Label method = Panels.wrapped("", "caption");
    private final ChartView chart;
    private final VBox raising = new VBox(4);
    private final VBox lowering = new VBox(4);
    private final VBox body;

    ReasonsCard(Session session, CreditViewModel model, Explaining explaining, Texts texts) {
        super(12);
        this.model = model;
        this.explaining = explaining;
        this.texts = texts;
        setMinHeight(Region.USE_PREF_SIZE);
        decision.setId("explain-decision");
        method.setId("explain-method-words");
        chart = ChartView.onPage(texts);
        chart.setId("explain-chart");
        raising.setId("explain-raising");
        lowering.setId("explain-lowering");
        HBox codes = new HBox(16, side("credit.explain.raising", raising), side("credit.explain.lowering", lowering));
        body = new VBox(
                12,
                chart.framed(),
                codes,
                method,
                new PixelCard(session, model, explaining.reasons().answer(), texts));
        HBox head = new HBox(16, Cards.grow(decision), methods());
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        head,
                        new BusyLine(explaining.reasons(), texts, "credit.explain.busy", "explain-reasons"),
                        body);
        explaining.reasons().answer().subscribe(found -> show());
        model.applicants().chosen().subscribe(who -> decide());
        model.cutOff().subscribe(at -> decide());
        model.table().table().subscribe(table -> show());
        texts.locale().subscribe(locale -> {
            show();
            decide();
        });
    }

    private VBox side(String key, VBox reasons) {
        VBox side = Cards.grow(new VBox(4, Cards.label(texts.bind(key), "caption"), reasons));
        side.setPrefWidth(SIDE);
        return side;
    }

    private Segments<Method> methods() {
        Segments<Method> segments = new Segments<>(explaining.method());
        for (Method each : Method.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            segments.add(each, texts.bind("credit.explain.method." + name + ".name"), "explain-" + name);
        }
        segments.setMinWidth(Region.USE_PREF_SIZE);
        return segments;
    }

    private void decide() {
        Applicants.Applicant who = model.applicants().chosen().get();
        decision.setText(
                who == null
                        ? ""
                        : texts.get(
                                who.probability() >= model.cutOff().get()
                                        ? "credit.explain.refused"
                                        : "credit.explain.approved",
                                who.number(),
                                Formats.percent(who.probability(), 1),
                                Formats.percent(model.cutOff().get(), 1),
                                texts.get(who.bad() ? "credit.explain.wasBad" : "credit.explain.wasGood")));
    }

    private void show() {
        Explanation found = explaining.reasons().answer().get();
        body.setVisible(found != null);
        body.setManaged(found != null);
        raising.getChildren().clear();
        lowering.getChildren().clear();
        if (found == null) {
            chart.setModel(null);
            return;
        }
        chart.setModel(ExplainCharts.reasons(found, base(found), texts));
        method.setText(ReasonWords.method(found, texts));
        words(found, true, raising);
        words(found, false, lowering);
    }

    /** Probability at the base, where one follows from log odds alone. */
    private static double base(Explanation of) {
        boolean logistic = Math.abs(probability(of.logOdds()) - of.probability()) < SAME;
        return logistic ? probability(of.base()) : Double.NaN;
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private void words(Explanation of, boolean up, VBox into) {
        for (Reason reason : ReasonWords.strongest(of, up, CODES)) {
            into.getChildren().add(Panels.wrapped(ReasonWords.code(reason, numeric(reason), texts), "label"));
        }
        if (into.getChildren().isEmpty()) {
            into.getChildren().add(Panels.wrapped(texts.get("credit.explain.noReason"), "muted"));
        }
    }

    /** As the file has the column; while that is not read, as the value looks. */
    private boolean numeric(Reason reason) {
        RunTable.Table table = model.table().table().get();
        CreditColumn column = table == null ? null : table.column(reason.column());
        return column == null
                ? reason.value().matches("[-−]?[0-9]+([.][0-9]+)?")
                : column instanceof CreditColumn.Numeric;
    }
}
