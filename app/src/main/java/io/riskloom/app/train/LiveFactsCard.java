package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.FactLights;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Traffic lights of a generator that trains or has just trained; not there for other runs. */
final class LiveFactsCard extends VBox {

    LiveFactsCard(LiveFacts facts, Texts texts) {
        super(8);
        setId("train-facts");
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        Label alarm = Cards.label(facts.alarm(), "bad-text");
        alarm.setId("train-facts-alarm");
        alarm.setWrapText(true);
        alarm.setMinHeight(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Cards.label(facts.heading(), "section-title"),
                        Panels.showWhen(alarm, alarm.textProperty().isNotEmpty()),
                        new FactLights(facts.lights(), texts));
        Panels.showWhen(this, facts.heading().isNotEmpty());
    }
}
