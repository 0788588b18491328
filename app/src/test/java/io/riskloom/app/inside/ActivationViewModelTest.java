package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests.AttributionRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private int arrived;

    /** Of a user who rests wherever a map has caught up. */
    private static ActivationViewModel model(Looked looked) {
        AtomicReference<ActivationViewModel> made = new AtomicReference<>();
        made.set(new ActivationViewModel(looked, () -> made.get().rested()));
        return made.get();
    }

    @Test
    void theControlIsAskedForOnceTheUserRestsAndGivenUpWhereHeMovesOn() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        try (Session session = fixture.session(folder)) {
            Looked looked = fixture.looked(session, texts);
            ActivationViewModel model = new ActivationViewModel(looked, () -> arrived++);
            model.look(true);
            assertTrue(arrived > 0);
            looked.moveTo(30);
            looked.moveTo(31);
            assertTrue(fixture.asked(AttributionRequest.class).stream().noneMatch(AttributionRequest::randomised));
            fixture.held = true;
            model.rested();
            assertTrue(model.randoms().busy().get());
            looked.moveTo(32);
            assertFalse(model.randoms().busy().get(), "the control of another place is nobody's wish");
            while (!fixture.waiting.isEmpty()) {
                fixture.work();
            }
            model.rested();
            while (!fixture.waiting.isEmpty()) {
                fixture.work();
            }
            assertEquals(32, model.control().get().trained().seen().place());
        }
    }

    @Test
    void aMapIsAskedForWhereThePaneIsLookedAtAndThenItsControl() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        try (Session session = fixture.session(folder)) {
            Looked looked = fixture.looked(session, texts);
            ActivationViewModel model = model(looked);
            assertTrue(fixture.asked(AttributionRequest.class).isEmpty(), "nobody looks yet");
            model.look(true);
            List<AttributionRequest> asked = fixture.asked(AttributionRequest.class);
            assertEquals(
                    List.of(false, true),
                    asked.stream().map(AttributionRequest::randomised).toList());
            assertEquals(Methods.GRAD_CAM, asked.getFirst().method());
            assertEquals("", asked.getFirst().layer(), "the deepest with some cells a side");
            assertEquals(-1, model.control().get().likeness(), 1e-12, "the maps run against each other");
            model.look(false);
            looked.step(-1);
            assertEquals(2, fixture.asked(AttributionRequest.class).size());
        }
    }

    @Test
    void theMapFollowsPlaceMethodLayerAndStage() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.fields(folder);
        try (Session session = fixture.session(folder)) {
            Looked looked = fixture.looked(session, texts);
            ActivationViewModel model = model(looked);
            looked.layer().set("block1.conv");
            assertEquals(
                    List.of("", "block1.conv", "block1.relu", "block2.conv"),
                    model.layers(),
                    "the one that the page looks at, and the last of each part");
            looked.layer().set("head");
            assertEquals(List.of("", "block1.relu", "block2.conv"), model.layers());
            model.look(true);
            looked.moveTo(20);
            assertEquals(20, model.evidence().get().seen().place());
            assertEquals(20, model.control().get().trained().seen().place());
            model.layer().set("block1.relu");
            assertEquals("block1.relu", model.evidence().get().attribution().layer());
            model.method().set(Methods.GRADIENTS);
            assertEquals("", model.asked().layer(), "integrated gradients weigh no maps");
            assertTrue(model.evidence().get().signed());
            looked.stage().set(Stage.INITIAL);
            assertEquals(Stage.INITIAL, model.asked().stage());
        }
    }

    @Test
    void whatMovesMeanwhileIsAskedOnceAndShownTogether() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        try (Session session = fixture.session(folder)) {
            Looked looked = fixture.looked(session, texts);
            ActivationViewModel model = model(looked);
            model.look(true);
            fixture.asked.clear();
            fixture.held = true;
            looked.moveTo(30);
            looked.moveTo(31);
            looked.moveTo(32);
            assertEquals(49, model.evidence().get().seen().place(), "what was there stays");
            while (!fixture.waiting.isEmpty()) {
                fixture.work();
            }
            assertEquals(32, model.evidence().get().seen().place());
            List<Integer> places = fixture.asked(AttributionRequest.class).stream()
                    .map(AttributionRequest::place)
                    .distinct()
                    .toList();
            assertEquals(List.of(30, 32), places, "the place between is skipped");
        }
    }

    @Test
    void aRefusalIsTold() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        fixture.answers.put("attribution", request -> {
            throw new EngineFailure(Notice.of("inside.error.stage", "last"), null);
        });
        try (Session session = fixture.session(folder)) {
            ActivationViewModel model = model(fixture.looked(session, texts));
            model.look(true);
            assertEquals("inside.error.stage", model.maps().problem().get().key());
            assertNull(model.evidence().get());
        }
    }

    @Test
    void daysOfASeriesSumTheirFeaturesAndTheLargestFeatureComesFirst() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.series(folder);
        try (Session session = fixture.session(folder)) {
            ActivationViewModel model = model(fixture.looked(session, texts));
            assertEquals(Methods.GRADIENTS, model.method().get(), "what days × features are explained by at first");
            model.look(true);
            Evidence evidence = model.evidence().get();
            assertEquals(Evidence.Kind.DAYS, evidence.kind());
            double[][] cells = evidence.attribution().cells();
            assertEquals(cells[2][0] + cells[2][1], evidence.days()[2], 1e-12);
            assertEquals("return", evidence.features().getFirst().name());
            assertEquals(EvidenceFixture.WINDOW, evidence.features().getFirst().values().length);
            assertNull(evidence.bands("band"));
        }
    }

    @Test
    void sharesOfAnActivationMapSumToAHundredAndContributionsToTheirSum() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.fields(folder);
        try (Session session = fixture.session(folder)) {
            ActivationViewModel model = model(fixture.looked(session, texts));
            model.look(true);
            assertEquals(100, Arrays.stream(model.evidence().get().days()).sum(), 1e-9);
            model.method().set(Methods.GRADIENTS);
            double sum = Arrays.stream(model.evidence().get().attribution().cells())
                    .flatMapToDouble(Arrays::stream)
                    .sum();
            assertEquals(sum, Arrays.stream(model.evidence().get().days()).sum(), 1e-9);
        }
    }

    @Test
    void bandsOfAChartOfBarsReachFromTheLowestToTheHighestPrice() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        try (Session session = fixture.session(folder)) {
            ActivationViewModel model = model(fixture.looked(session, texts));
            model.look(true);
            Evidence evidence = model.evidence().get();
            double least = Arrays.stream(evidence.window().low()).min().orElseThrow();
            double most = Arrays.stream(evidence.window().high()).max().orElseThrow();
            var bands = evidence.bands("band");
            double half = (bands.high() - bands.low()) / bands.cells().length / 2;
            assertEquals(least, bands.low() + half, 1e-9);
            assertEquals(most, bands.high() - half, 1e-9);
        }
    }

    @Test
    void theControlCallsMapsAlikeOnlyWhereTheyRunTogether() {
        ActivationWords words = new ActivationWords(texts);
        assertTrue(words.control(0.9).contains("much the same"), words.control(0.9));
        assertTrue(words.control(0.4).contains("part of this map"), words.control(0.4));
        assertTrue(words.control(-0.9).contains("the map is another"), words.control(-0.9));
        assertTrue(words.control(Double.NaN).contains("nothing to compare"), words.control(Double.NaN));
    }

    @Test
    void aMapThatRandomWeightsGiveTooProvesLittle() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        Faithfulness f = EvidenceFixture.faithfulness();
        Faithfulness alike = new Faithfulness(
                f.shares(),
                f.deletion(),
                f.insertion(),
                f.randomDeletion(),
                f.randomInsertion(),
                f.deletionArea(),
                f.insertionArea(),
                f.randomDeletionArea(),
                f.randomInsertionArea(),
                0.85);
        ActivationWords words = new ActivationWords(texts);
        assertEquals(
                "The map holds: the answer follows its strongest cells, both ways. Area under deletion 37.5%,"
                        + " under insertion 52.5%, under random order 45.0%; rank correlation with random weights 0.12."
                        + " The answer moves between 30.0% and 60.0%.",
                words.verdict(fixture.run(), f));
        assertTrue(words.verdict(fixture.run(), alike).startsWith("The map holds but proves little"));
    }

    @Test
    void theVerdictComparesBothAreasWithRandomOrders() {
        assertEquals(Trial.Verdict.HOLDS, Trial.verdict(EvidenceFixture.faithfulness()));
        assertEquals(Trial.Verdict.DELETION_ONLY, Trial.verdict(faithfulness(0.3, 0.45, 0.45, 0.45)));
        assertEquals(Trial.Verdict.INSERTION_ONLY, Trial.verdict(faithfulness(0.45, 0.6, 0.45, 0.45)));
        assertEquals(Trial.Verdict.FAILS, Trial.verdict(faithfulness(0.45, 0.45, 0.445, 0.455)));
        double[] still = {0.5, 0.5};
        assertEquals(
                Trial.Verdict.FLAT,
                Trial.verdict(new Faithfulness(
                        new double[] {0, 1}, still, still, still, new double[] {0.5, 0.504}, 0.5, 0.5, 0.5, 0.5, 0)));
    }

    private static Faithfulness faithfulness(double deletion, double insertion, double random, double randomInsertion) {
        Faithfulness f = EvidenceFixture.faithfulness();
        return new Faithfulness(
                f.shares(),
                f.deletion(),
                f.insertion(),
                f.randomDeletion(),
                f.randomInsertion(),
                deletion,
                insertion,
                random,
                randomInsertion,
                0);
    }
}
