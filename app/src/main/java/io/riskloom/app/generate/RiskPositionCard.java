package io.riskloom.app.generate;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The position: side, amount, horizon, level, weights of several series; and the button that draws scenarios. */
final class RiskPositionCard extends VBox {

    private static final int[] DAYS = {1, 5, 10, 20, 60};
    private static final int LONGEST = 252;
    private static final int MOST_PATHS = 100_000;
    private static final double FIELD = 116;

    private final RiskModel model;
    private final RiskPosition position;
    private final Texts texts;
    private final FlowPane weights = new FlowPane(12, 8);
    private final Label several = Panels.wrapped("", "caption");

    RiskPositionCard(RiskModel model, Texts texts) {
        super(12);
        this.model = model;
        this.position = model.position();
        this.texts = texts;
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        several.setId("risk-several");
        several.textProperty().bind(texts.bind("generate.risk.several"));
        position.legs().addListener((ListChangeListener<RiskPosition.Leg>) change -> weigh());
        weigh();
        getChildren()
                .addAll(
                        Cards.label(texts.bind("generate.risk.position"), "section-title"),
                        fields(),
                        weights,
                        several,
                        new HBox(16, simulate(), Cards.grow(busy())),
                        Words.styled(tooMuch(), "bad-text", "risk-too-much"),
                        Words.styled(problem(), "amber-text", "risk-problem"),
                        Words.note(texts.bind("generate.risk.position.note"), "risk-position-note"));
    }

    private FlowPane fields() {
        Segments<RiskPosition.Side> side = new Segments<>(position.side());
        side.add(RiskPosition.Side.LONG, texts.bind("generate.risk.long"), "risk-long");
        side.add(RiskPosition.Side.SHORT, texts.bind("generate.risk.short"), "risk-short");
        Segments<Integer> days = new Segments<>(position.days().asObject());
        for (int d : DAYS) {
            days.add(d, Units.count(model.chosen(), d, texts), "risk-days-" + d);
        }
        FlowPane fields = new FlowPane(
                16,
                12,
                Cards.field(texts.bind("generate.risk.side"), side),
                number("generate.risk.amount", position.amount(), 0.01, 1e12, false, "risk-amount")
                        .grouped(),
                Cards.field(texts.bind("generate.risk.horizon"), days),
                sized(new NumberField(
                        Units.bind(model.chosen(), "generate.risk.days", texts),
                        position.days(),
                        1,
                        LONGEST,
                        true,
                        texts,
                        "risk-days")),
                number("generate.risk.level", position.level(), 0.001, 0.5, false, "risk-level"),
                number("generate.risk.paths", position.paths(), 100, MOST_PATHS, true, "risk-paths")
                        .grouped(),
                number("generate.seed", position.seed(), 0, 1e9, true, "risk-seed"));
        fields.setRowValignment(VPos.TOP);
        return fields;
    }

    private NumberField number(
            String key, Property<Number> property, double low, double high, boolean whole, String id) {
        return sized(new NumberField(texts.bind(key), property, low, high, whole, texts, id));
    }

    private static NumberField sized(NumberField field) {
        field.setPrefWidth(FIELD);
        return field;
    }

    /** A field a series; none where there is only one. */
    private void weigh() {
        weights.getChildren().clear();
        boolean many = position.legs().size() > 1;
        for (int s = 0; many && s < position.legs().size(); s++) {
            RiskPosition.Leg leg = position.legs().get(s);
            NumberField field = new NumberField(
                    texts.bind("generate.risk.weight", leg.series()),
                    leg.weight(),
                    -10,
                    10,
                    false,
                    texts,
                    "risk-weight-" + s);
            field.setPrefWidth(FIELD);
            weights.getChildren().add(field);
        }
        for (Region region : new Region[] {weights, several}) {
            region.setVisible(many);
            region.setManaged(many);
        }
    }

    private Button simulate() {
        Button button = new Button();
        button.setId("risk-simulate");
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("generate.risk.simulate"));
        // while it draws a press does nothing: a disabled button would hand the focus on, and the page would scroll
        // after it
        button.disableProperty().bind(tooMuch().isNotEmpty());
        button.setOnAction(event -> model.simulate());
        return button;
    }

    private Node busy() {
        ProgressBar bar = new ProgressBar();
        StringBinding words = Bindings.createStringBinding(
                () -> model.drawing().stage().get() == null
                        ? ""
                        : texts.of(model.drawing().stage().get()),
                model.drawing().stage(),
                texts.locale());
        HBox line = new HBox(12, bar, Cards.label(words, "muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        return Panels.showWhen(line, model.drawing().stage().isNotNull());
    }

    private StringBinding tooMuch() {
        return Bindings.createStringBinding(
                () -> model.drawing().fits()
                        ? ""
                        : texts.get(
                                "generate.risk.tooMuch",
                                Formats.number(model.drawing().most(), 0),
                                Formats.number(model.drawing().mostPaths(), 0)),
                model.chosen().run(),
                position.paths(),
                position.days(),
                texts.locale());
    }

    private StringBinding problem() {
        return Bindings.createStringBinding(
                () -> model.problem().get() == null
                        ? ""
                        : texts.of(model.problem().get()),
                model.problem(),
                texts.locale());
    }
}
