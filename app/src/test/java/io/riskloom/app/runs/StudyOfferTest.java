package io.riskloom.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.HeldStudy;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyOfferTest {

    @TempDir
    Path folder;

    private final HeldStudy engines = new HeldStudy();
    private Session session;
    private RunsViewModel model;

    @BeforeEach
    void train() throws Exception {
        session = engines.session(folder);
        model = new RunsViewModel(session, new Texts(Texts.ENGLISH));
        String credit = Samples.unpack(folder.resolve("samples")).get(3).toString();
        RunSpec folds = Specs.with(Specs.with(Specs.defaults("credit", credit), "scheme", "kfold"), "folds", 2);
        session.train(folds);
        engines.until(() -> engines.trains(1) && !model.rows().isEmpty());
    }

    @AfterEach
    void close() {
        engines.end();
        session.close();
    }

    @Test
    void aMemberLeadsToItsStudy() throws Exception {
        finish();
        model.selected().set(model.rows().getLast());
        assertEquals("study-credit-mlp-0001", model.selected().get().study());
        assertEquals(1, model.study().fold());
        assertEquals("study-credit-mlp-0001", model.study().study().get().id());
        session.page().set("runs");
        model.study().show();
        assertEquals("train", session.page().get());
        assertTrue(session.watched().study().get().whole());
    }

    @Test
    void aStudyThatTrainsIsNotDeleted() throws Exception {
        model.selected().set(model.rows().getFirst());
        assertFalse(model.study().deletable().get());
        finish();
        assertTrue(model.study().deletable().get());
    }

    @Test
    void deletingAStudyTakesItsRunsAlong() throws Exception {
        finish();
        model.study().asking().set(true);
        model.study().delete();
        assertFalse(model.study().asking().get());
        engines.until(() -> model.rows().isEmpty());
        assertNull(model.study().study().get());
        assertEquals(List.of(), session.project().runs());
    }

    @Test
    void epochsOfARunInAStudyAreCountedWhileThePageIsShown() throws Exception {
        session.page().set("runs");
        engines.epoch(1, 3);
        engines.until(() -> model.rows().stream().anyMatch(row -> row.epochs() == 3));
        assertEquals(
                1,
                model.rows().stream()
                        .filter(row -> row.epochs() == 3)
                        .findFirst()
                        .orElseThrow()
                        .fold());
    }

    private void finish() throws Exception {
        engines.finish(1, 0.8, 0.75);
        engines.until(() -> engines.trains(2));
        engines.finish(2, 0.7, 0.75);
        engines.until(() -> !session.studies().running());
    }
}
