package io.riskloom.app.generate;

import io.riskloom.app.result.RunWords;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.Requests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** TimeGAN's scores of the chosen generator, asked for by the reader since they take minutes; kept while the window is open. */
final class ProtocolModel {

    private final GenerateViewModel page;
    private final Session session;
    private final Texts texts;
    private final Map<String, ProtocolScores> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<ProtocolScores> scores = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<EngineEvents.Judged> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<List<String>> rows = FXCollections.observableArrayList();
    private TaskItem asked;
    private Run of; // who is being judged, or was last

    ProtocolModel(GenerateViewModel page, Texts texts) {
        this.page = page;
        this.session = page.session();
        this.texts = texts;
        scores.addListener((value, before, now) -> list());
        texts.locale().addListener((locale, before, now) -> list());
        page.chosen().run().subscribe(run -> scores.set(run == null ? null : known.get(run.id())));
    }

    private boolean chosen(Run run) {
        Run chosen = page.chosen().run().get();
        return chosen != null && chosen.id().equals(run.id());
    }

    /** While judges learn. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Score, generated, floor, repeats. */
    ObservableList<List<String>> rows() {
        return rows;
    }

    /** Asks for the scores; does nothing while some are being counted. */
    void ask() {
        Run run = page.chosen().run().get();
        if (run == null || busy.get()) {
            return;
        }
        of = run;
        busy.set(true);
        progress.set(null);
        asked = session.judgePaths(
                Requests.ProtocolRequest.of(session.model(run)),
                progress::set,
                found -> {
                    busy.set(false);
                    known.put(run.id(), found);
                    if (chosen(run)) {
                        scores.set(found);
                    }
                },
                reason -> {
                    busy.set(false);
                    session.report(reason);
                });
    }

    void cancel() {
        if (busy.get() && asked != null) {
            asked.cancel();
        }
    }

    /** What is being counted and how far it is, of which run where that is not the chosen one; empty while nothing is. */
    StringBinding state() {
        return Bindings.createStringBinding(
                this::stateWords, busy, progress, page.chosen().run(), texts.locale());
    }

    private String stateWords() {
        if (!busy.get()) {
            return "";
        }
        EngineEvents.Judged now = progress.get();
        String words = now == null
                ? texts.get("generate.protocol.begins")
                : texts.get(
                        "generate.protocol.progress",
                        texts.get("generate.protocol." + now.score()),
                        Formats.percent(now.share(), 0));
        return chosen(of) ? words : texts.get("generate.of", RunWords.name(texts, of), words);
    }

    /** How the scores came about; empty without any. */
    StringBinding words() {
        return Bindings.createStringBinding(
                () -> {
                    ProtocolScores found = scores.get();
                    return found == null
                            ? ""
                            : texts.get(
                                    found.rebased() ? "generate.protocol.rebased" : "generate.protocol.words",
                                    Formats.number(found.windows(), 0),
                                    page.unit().count(found.days(), texts),
                                    String.join(", ", found.columns()),
                                    Formats.number(found.nearest(), 2));
                },
                scores,
                texts.locale());
    }

    private void list() {
        ProtocolScores found = scores.get();
        List<List<String>> lines = new ArrayList<>();
        if (found != null) {
            lines.add(row("discriminative", found.discriminative()));
            lines.add(row("predictive", found.predictive()));
            strong("strongGru", found.strongGru()).ifPresent(lines::add);
            strong("trees", found.trees()).ifPresent(lines::add);
        }
        rows.setAll(lines);
    }

    /** Empty where the strong judges were left out. */
    private Optional<List<String>> strong(String score, ProtocolScores.Repeated repeated) {
        return repeated.repeats() > 0 ? Optional.of(row(score, repeated)) : Optional.empty();
    }

    private List<String> row(String score, ProtocolScores.Repeated repeated) {
        return List.of(
                texts.get("generate.protocol." + score),
                spread(repeated.mean(), repeated.deviation()),
                spread(repeated.floorMean(), repeated.floorDeviation()),
                Formats.number(repeated.repeats(), 0));
    }

    private static String spread(double mean, double deviation) {
        return Double.isNaN(mean) || Double.isNaN(deviation)
                ? Formats.number(mean, 3)
                : Formats.number(mean, 3) + " ± " + Formats.number(deviation, 3);
    }
}
