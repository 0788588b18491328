package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests.CoveredRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcclusionModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);

    @Test
    void thePartIsCentredUnderTheMouseAndStaysWithinThePicture() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        try (Session session = fixture.session(folder)) {
            OcclusionModel model = new OcclusionModel(fixture.looked(session, texts));
            model.look(true);
            assertEquals(List.of(4, 8, 16), model.sizes());
            model.point(30.5, 12.5);
            assertEquals(new Patch(27, 9, 8, 8), model.patch().get());
            assertEquals(0.6 - 0.27 - 0.009, model.live().get().covered(), 1e-12);
            assertEquals(0.6, model.live().get().whole(), 1e-12);
            model.point(0.1, 0.1);
            assertEquals(new Patch(0, 0, 8, 8), model.patch().get());
            model.move(-5, 100);
            assertEquals(new Patch(0, 16, 8, 8), model.patch().get());
        }
    }

    @Test
    void oneQuestionIsUnderWayWhileTheMouseMoves() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        try (Session session = fixture.session(folder)) {
            OcclusionModel model = new OcclusionModel(fixture.looked(session, texts));
            model.look(true);
            fixture.asked.clear();
            fixture.held = true;
            for (int column = 4; column < 16; column++) {
                model.point(20, column);
            }
            assertTrue(Double.isNaN(model.live().get().covered()), "not known yet");
            while (!fixture.waiting.isEmpty()) {
                fixture.work();
            }
            assertEquals(2, fixture.asked(CoveredRequest.class).size(), "the first and the last");
            assertEquals(
                    model.patch().get().column(),
                    fixture.asked(CoveredRequest.class).getLast().column());
            assertFalse(Double.isNaN(model.live().get().covered()));
        }
    }

    @Test
    void aRefusedAnswerSaysWhyUntilTheNextIsThere() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        fixture.answers.put("covered", request -> {
            throw new EngineFailure(Notice.of("inside.error.stage", "last"), null);
        });
        try (Session session = fixture.session(folder)) {
            OcclusionModel model = new OcclusionModel(fixture.looked(session, texts));
            model.look(true);
            assertEquals("inside.error.stage", model.problem().get().key());
            fixture.answers.clear();
            model.point(20, 8);
            assertNull(model.problem().get());
        }
    }

    @Test
    void coveringEveryPartIsGivenUpWhereThePaneIsLeft() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        fixture.answers.put("occlusion", request -> new CompletableFuture<>());
        try (Session session = fixture.session(folder)) {
            OcclusionModel model = new OcclusionModel(fixture.looked(session, texts));
            model.look(true);
            model.askAll();
            assertTrue(model.map().busy().get());
            model.look(false);
            assertFalse(model.map().busy().get());
            assertTrue(session.tasks().items().isEmpty());
        }
    }

    @Test
    void theAnswerFollowsThePlaceAndTheMapOfAnotherPlaceGoes() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.fields(folder);
        try (Session session = fixture.session(folder)) {
            Looked looked = fixture.looked(session, texts);
            OcclusionModel model = new OcclusionModel(looked);
            model.look(true);
            model.point(8, 8);
            model.askAll();
            assertEquals(8, model.whole().get().occlusion().size());
            looked.step(-3);
            assertNull(model.whole().get());
            CoveredRequest last = fixture.asked(CoveredRequest.class).getLast();
            assertEquals(looked.place().get(), last.place());
            model.lift();
            assertNull(model.live().get().patch());
        }
    }

    @Test
    void aMapUnderWayCanBeGivenUp() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        CompletableFuture<Object> never = new CompletableFuture<>();
        fixture.answers.put("occlusion", request -> never);
        try (Session session = fixture.session(folder)) {
            OcclusionModel model = new OcclusionModel(fixture.looked(session, texts));
            model.look(true);
            model.askAll();
            assertTrue(model.map().busy().get());
            model.map().cancel();
            assertFalse(model.map().busy().get());
            assertNull(model.whole().get());
            assertNull(model.map().problem().get(), "a wish is no failure");
        }
    }

    @Test
    void aSeriesIsCoveredDayByDayAndFeatureByFeature() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.series(folder);
        try (Session session = fixture.session(folder)) {
            OcclusionModel model = new OcclusionModel(fixture.looked(session, texts));
            model.look(true);
            assertEquals(List.of(1), model.sizes(), "half the window at most");
            assertEquals(1, model.size().get());
            model.point(3.2, 1.5);
            assertEquals(new Patch(3, 1, 1, 1), model.patch().get());
            model.askAll();
            double[][] effect = OcclusionModel.effect(model.whole().get());
            assertArrayEquals(new double[] {0.4, 0}, effect[0], 1e-12);
            assertArrayEquals(new double[] {0, 0}, effect[1], 1e-12);
        }
    }

    @Test
    void thePictureOfAnApplicantIsCoveredAndItsInputsAreNamed() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.series(folder);
        List<String> names = List.of("age", "", "income", "rent");
        double[][] picture = new double[4][4];
        List<String> pixels = Stream.concat(
                        names.stream(), Stream.generate(() -> "").limit(12))
                .toList();
        fixture.answers.put(
                "inputs",
                request -> new Inputs(
                        49,
                        List.of(),
                        new double[0],
                        new double[][] {{1, 2, 3}},
                        List.of("age", "income", "rent"),
                        new double[] {0.6},
                        picture,
                        pixels));
        try (Session session = fixture.session(folder)) {
            Looked looked = fixture.looked(session, texts);
            OcclusionModel model = new OcclusionModel(looked);
            model.look(true);
            assertTrue(model.covers());
            assertEquals(List.of(2), model.sizes());
            model.point(0.5, 2.5);
            assertEquals(new Patch(0, 2, 2, 2), model.patch().get());
            assertEquals(
                    "Covered: income, rent",
                    new OcclusionWords(texts)
                            .part(looked.subject().get(), model.live().get()));
        }
    }
}
