package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A run in progress or of the store: what it is doing, key figures, curves. */
final class RunPane extends VBox {

    RunPane(TrainViewModel model, Texts texts) {
        super(16);
        FollowedRun run = model.run();
        Node[] figures = IntStream.range(0, KeyFigures.COUNT)
                .mapToObj(index -> Panels.kpi(run.progress()
                        .map(progress -> progress.figures().get(index))
                        .orElse(Figure.NONE)))
                .toArray(Node[]::new);
        getChildren()
                .addAll(
                        new StudyLink(model.study(), run.run(), texts),
                        new RunBanner(model, texts),
                        Cards.row(figures),
                        new LiveFactsCard(model.facts(), texts),
                        Cards.grow(new CurveCard(run, texts)));
    }
}
