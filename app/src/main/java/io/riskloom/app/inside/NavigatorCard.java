package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is looked at: the window among the prices, or the applicant, beside it the input as the network sees it; the answer in words. */
final class NavigatorCard extends HBox {

    private static final double TALL = 208;
    private static final double SIDE = 196;

    private final Looked looked;

    NavigatorCard(Looked looked, Texts texts) {
        super(12);
        this.looked = looked;
        setMinHeight(TALL);
        setPrefHeight(TALL);
        setMaxHeight(TALL);
        SightView sight = new SightView(looked, texts, "inside-sight", Sight::of);
        sight.getStyleClass().addAll("card", "flush");
        SightView row = new SightView(looked, texts, "inside-row-sight", Sight::row);
        PriceNavigator prices = new PriceNavigator(looked, texts);
        Label place = Cards.label(words(
                texts,
                () -> AnswerWords.place(
                        texts, looked.subject().get(), looked.place().get())));
        place.setId("inside-window");
        place.getStyleClass().add("section-title");
        place.setMinWidth(USE_PREF_SIZE);
        Label answer = Cards.label(
                words(
                        texts,
                        () -> looked.seen().get() == null
                                ? texts.get("inside.answer.none")
                                : AnswerWords.answer(
                                        texts,
                                        looked.subject().get(),
                                        looked.seen().get())),
                "muted");
        answer.setId("inside-answer");
        answer.setStyle("-fx-padding: 6 16 0 16;");
        HBox head = new HBox(place, Panels.gap(), prices.buttons());
        head.getStyleClass().add("card-head");
        head.setMinHeight(40);
        StackPane stage = new StackPane(prices, row);
        VBox main = new VBox(head, answer, Cards.grow(stage));
        main.getStyleClass().addAll("card", "flush");
        main.setMinWidth(0);
        getChildren().setAll(sight, Cards.grow(main));
        sight.setMinWidth(SIDE);
        sight.setPrefWidth(SIDE);
        sight.setMaxWidth(SIDE);
        ObservableValue<Boolean> applicants =
                looked.subject().map(Subject::applicants).orElse(false);
        Panels.showWhen(prices, applicants.map(now -> !now));
        Panels.showWhen(row, applicants);
        Panels.showWhen(
                sight,
                looked.seen()
                        .map(seen -> Sight.of(seen.run().spec(), seen.inputs()).kind() != Sight.Kind.ROW)
                        .orElse(true));
    }

    private StringBinding words(Texts texts, Callable<String> words) {
        return Bindings.createStringBinding(
                () -> looked.subject().get() == null || looked.place().get() < 0 ? "" : words.call(),
                looked.place(),
                looked.seen(),
                looked.subject(),
                texts.locale());
    }
}
