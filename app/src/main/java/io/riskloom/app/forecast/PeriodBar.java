package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.Period;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Chooses the period that is looked at: a regime, two days, or all test days again. */
final class PeriodBar extends HBox {

    private static final double LINE = 34;

    private final WalkForwardViewModel model;
    private final Texts texts;
    private final ComboBox<PeriodPreset> regimes;
    private final Label summary = new Label();

    PeriodBar(WalkForwardViewModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.regimes = new ComboBox<>(model.presets());
        setAlignment(Pos.TOP_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        getStyleClass().add("card");
        regimes.setId("walk-regime");
        regimes.setPrefWidth(220);
        regimes.accessibleTextProperty().bind(texts.bind("walk.regime"));
        regimes.promptTextProperty().bind(texts.bind("walk.regime.choose"));
        Panels.words(regimes, texts, preset -> texts.of(preset.name()));
        Tooltip help = new Tooltip();
        help.textProperty().bind(texts.bind("walk.regime.help"));
        help.setWrapText(true);
        help.setMaxWidth(360);
        regimes.setTooltip(help);
        // a list that changes clears the choice for a moment; only a real choice is passed on
        regimes.valueProperty().addListener((value, before, now) -> {
            if (now != null) {
                model.period().set(now.period());
            }
        });
        model.period().addListener((value, before, now) -> select());
        model.presets().addListener((InvalidationListener) changed -> select());
        Button reset = new Button();
        reset.setId("walk-reset");
        reset.textProperty().bind(texts.bind("walk.reset"));
        reset.setOnAction(event -> model.period().set(null));
        reset.disableProperty().bind(model.period().isNull());
        summary.setId("walk-summary");
        summary.getStyleClass().add("muted");
        model.scores().subscribe(this::summarise);
        texts.locale().subscribe(this::summarise);
        summarise();
        getChildren()
                .addAll(
                        Cards.field(texts.bind("walk.regime"), regimes),
                        new PeriodField(model, texts, true),
                        new PeriodField(model, texts, false),
                        below(reset),
                        Panels.gap(),
                        below(summary));
    }

    /** On a line with the editors, which stand below their captions. */
    private static VBox below(Region region) {
        Label caption = new Label();
        caption.getStyleClass().add("caption");
        region.setMinWidth(USE_PREF_SIZE);
        region.setMinHeight(LINE);
        return new VBox(4, caption, region);
    }

    private void select() {
        regimes.setValue(model.presets().stream()
                .filter(preset -> preset.period().equals(model.period().get()))
                .findFirst()
                .orElse(null));
    }

    private String words(Period part) {
        return texts.get(
                "walk.summary", Formats.number(part.origins(), 0), Formats.day(part.first()), Formats.day(part.last()));
    }

    private void summarise() {
        PeriodWork.Answer answer = model.scores().get().answer();
        summary.setText(answer == null ? "" : answer.part().map(this::words).orElseGet(() -> texts.get("walk.none")));
    }
}
