package io.riskloom.app.runs;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Study;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The study that the selected run belongs to; takes no room where it belongs to none. */
final class StudyPanel extends VBox {

    private final StudyOffer offer;
    private final Texts texts;

    StudyPanel(StudyOffer offer, Texts texts) {
        super(8);
        this.offer = offer;
        this.texts = texts;
        Label words =
                Cards.label(Bindings.createStringBinding(this::words, offer.study(), texts.locale()), "section-title");
        words.setId("runs-study");
        words.setWrapText(true);
        Button show = new Button();
        show.setId("runs-study-show");
        show.textProperty().bind(texts.bind("runs.study.show"));
        show.setGraphic(new FontIcon(Feather.LAYERS));
        show.setMaxWidth(Double.MAX_VALUE);
        show.setOnAction(event -> offer.show());
        HBox.setHgrow(show, Priority.ALWAYS);
        Button delete = new Button();
        delete.setId("runs-study-delete");
        delete.setGraphic(new FontIcon(Feather.TRASH_2));
        delete.accessibleTextProperty().bind(texts.bind("runs.study.delete"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("runs.study.delete"));
        delete.setTooltip(tip);
        delete.disableProperty().bind(offer.deletable().not());
        delete.setOnAction(event -> offer.asking().set(true));
        getChildren().addAll(words, new HBox(8, show, delete), Panels.showWhen(question(), offer.asking()));
        Panels.showWhen(this, offer.study().isNotNull());
    }

    private String words() {
        Study study = offer.study().get();
        if (study == null) {
            return "";
        }
        String name = texts.get("study.number", RunWords.number(study.id()));
        return offer.fold() == 0
                ? name
                : texts.get("runs.study.fold", name, offer.fold(), study.spec().folds());
    }

    private Node question() {
        Label words = Cards.label(Bindings.createStringBinding(
                () -> offer.study().get() == null
                        ? ""
                        : texts.get(
                                "runs.study.delete.ask",
                                offer.study().get().id(),
                                offer.study().get().runs().size()),
                offer.study(),
                texts.locale()));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button yes = new Button();
        yes.setId("runs-study-delete-yes");
        yes.textProperty().bind(texts.bind("runs.study.delete.yes"));
        yes.getStyleClass().add(Styles.DANGER);
        yes.setOnAction(event -> offer.delete());
        Button no = new Button();
        no.setId("runs-study-delete-no");
        no.textProperty().bind(texts.bind("runs.study.delete.no"));
        no.setOnAction(event -> offer.asking().set(false));
        HBox answers = new HBox(8, yes, no);
        answers.setAlignment(Pos.CENTER_RIGHT);
        VBox question = new VBox(8, words, answers);
        question.getStyleClass().add("problem");
        return question;
    }
}
