package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The picture in which the network sees the applicant, coloured by his reasons; hidden for networks that see none. */
final class PixelCard extends VBox {

    private static final double CHART = 360;

    private final Session session;
    private final CreditViewModel model;
    private final ObservableValue<Explanation> reasons;
    private final Texts texts;
    private final ChartView chart;
    private PixelReasons pixels;

    PixelCard(Session session, CreditViewModel model, ObservableValue<Explanation> reasons, Texts texts) {
        super(8);
        this.session = session;
        this.model = model;
        this.reasons = reasons;
        this.texts = texts;
        setMinHeight(Region.USE_PREF_SIZE);
        chart = ChartView.onPage(texts);
        chart.setId("explain-pixels");
        chart.setMinHeight(CHART);
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("credit.explain.pixels.help"));
        getChildren().addAll(Cards.label(texts.bind("credit.explain.pixels"), "section-title"), chart.framed(), help);
        model.chosen().run().subscribe(this::read);
        reasons.subscribe(found -> show());
        texts.locale().subscribe(locale -> show());
    }

    private void read(Run run) {
        pixels = null;
        show();
        if (run != null) {
            Path folder = session.project().modelFolder(run.id());
            session.tasks()
                    .run(
                            Notice.of("credit.explain.pixels"),
                            item -> PixelReasons.read(folder),
                            found -> take(run, found),
                            reason -> take(run, Optional.empty()));
        }
    }

    /** A run whose folder cannot be read has no answers either, which the reasons say. */
    private void take(Run run, Optional<PixelReasons> found) {
        if (run == model.chosen().run().get()) {
            pixels = found.orElse(null);
            show();
        }
    }

    private void show() {
        boolean there = pixels != null && reasons.getValue() != null;
        setVisible(there);
        setManaged(there);
        chart.setModel(there ? pixels.chart(reasons.getValue(), texts) : null);
    }
}
