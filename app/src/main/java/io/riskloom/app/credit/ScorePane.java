package io.riskloom.app.credit;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import javafx.scene.layout.VBox;

final class ScorePane extends VBox {
    ScorePane(Session session, CreditViewModel model, Texts texts) {}
}
