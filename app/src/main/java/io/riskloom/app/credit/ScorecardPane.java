package io.riskloom.app.credit;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import javafx.scene.layout.VBox;

final class ScorecardPane extends VBox {
    ScorecardPane(Session session, CreditViewModel model, Texts texts) {}
}
