package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.Palette;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapsModelTest {

    @TempDir
    Path folder;

    private InsideFixture fixture;
    private Session session;
    private Looked looked;
    private MapsModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new InsideFixture(folder);
        session = fixture.session(folder);
        ResultFixtures.add(session, fixture.run("r1", 1));
        looked = new Looked(session, new Texts(Texts.ENGLISH));
        model = new MapsModel(looked);
        looked.shown();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private int[] channels(Requests.MapsRequest request) {
        return request.channels();
    }

    @Test
    void nothingIsAskedWhileItIsNotLookedAt() {
        assertEquals(List.of(), fixture.asked);
        model.look(true);
        assertEquals(1, fixture.asked.size());
        assertEquals(0, channels(fixture.asked.getFirst()).length, "at first the figures alone");
        model.look(false);
        looked.moveTo(30);
        assertEquals(1, fixture.asked.size());
    }

    @Test
    void onlyWhatIsSeenAndAHalfPageAroundItIsAskedFor() {
        model.look(true);
        looked.layer().set("block1.main.conv");
        fixture.asked.clear();
        model.see(20, 30);
        assertEquals(1, fixture.asked.size());
        int[] wanted = channels(fixture.asked.getFirst());
        assertEquals(10 + 5 + 5 + 1, wanted.length, "what is seen, five on each side, the chosen one");
        assertEquals(20, wanted[0]);
        model.see(22, 32);
        assertArrayEquals(new int[] {35, 36}, channels(fixture.asked.getLast()), "what is here is not asked again");
        assertNotNull(model.source().tile(25));
        assertNull(model.source().tile(60));
    }

    @Test
    void aMoveAsksForWhatIsSeenAnewAndTheMapsBeforeStayUntilThen() {
        model.look(true);
        model.see(0, 3);
        assertEquals(0.049f, model.source().tile(0).values()[0], 1e-6f);
        fixture.held = true;
        looked.moveTo(30);
        assertEquals(0.049f, model.source().tile(0).values()[0], 1e-6f);
        while (!fixture.waiting.isEmpty()) {
            fixture.work();
        }
        assertEquals(0.030f, model.source().tile(0).values()[0], 1e-6f);
        assertArrayEquals(new int[] {0, 1, 2}, channels(fixture.asked.getLast()));
    }

    @Test
    void channelsAreSortedByWhatTheyAnswerAndPinnedOnesComeFirst() {
        model.look(true);
        looked.layer().set("block1.main.conv");
        assertArrayEquals(new int[] {0, 1, 2}, Arrays.copyOf(model.channels(), 3));
        model.order().set(ChannelOrder.MEAN);
        assertArrayEquals(new int[] {69, 67, 65}, Arrays.copyOf(model.channels(), 3));
        model.pin(4);
        assertArrayEquals(new int[] {4, 69, 67}, Arrays.copyOf(model.channels(), 3));
        assertTrue(model.pinned(4));
        model.pin(4);
        assertFalse(model.pinned(4));
        looked.moveTo(30);
        assertArrayEquals(new int[] {69, 67, 65}, Arrays.copyOf(model.channels(), 3), "the order stays");
    }

    @Test
    void twoStagesStandSideBySideInOneOrderAndOnOneScale() {
        model.look(true);
        model.span().set(ColourSpan.LAYER);
        assertFalse(model.signed());
        assertEquals(3.049 + 0.63 + 0.5, model.limit(), 0.5);
        model.beside().set(Stage.INITIAL);
        model.see(0, 3);
        assertEquals(-99.951f, model.other().tile(0).values()[0], 1e-4f);
        assertTrue(model.signed(), "the other stage has negative numbers");
        assertEquals(99.951, model.limit(), 1e-3);
        Pointed at = model.at(1, 2, 3);
        assertEquals(3.549 - 0.5 + 0.5 + 0.19, at.value(), 1e-5);
        assertEquals(at.value() - 100, at.other(), 1e-4);
    }

    @Test
    void theScaleOfAllLayersTakesTheLargestOfAllAndStaysWhileThePlaceMoves() {
        model.look(true);
        model.span().set(ColourSpan.GLOBAL);
        GlobalRange.Range range = model.global().range().get();
        assertTrue(range.done());
        assertEquals(49, range.place());
        double largest = 3 + 69 / 2f + 0.049 + 0.15;
        assertEquals(largest, range.largest(), 1e-4);
        looked.moveTo(30);
        assertEquals(largest, model.limit(), 1e-4);
        assertEquals(49, model.global().range().get().place());
    }

    @Test
    void whatIsPointedAtHasTheNumberThatStandsThereNow() {
        model.look(true);
        model.see(0, 3);
        model.point(model.at(0, 0, 0));
        assertEquals(0.049, model.pointed().get().value(), 1e-6);
        fixture.held = true;
        looked.moveTo(30);
        while (!fixture.waiting.isEmpty()) {
            fixture.work();
        }
        assertEquals(0.030, model.pointed().get().value(), 1e-6);
        assertTrue(model.follows(0, looked.seen().get()));
        fixture.held = false;
        looked.stage().set(Stage.INITIAL);
        model.see(0, 3);
        assertEquals(-99.97, model.pointed().get().value(), 1e-4);
        looked.layer().set("head");
        assertNull(model.pointed().get(), "another layer has other cells");
    }

    @Test
    void aStageBesideLeavesThePinsAndTheChosenChannel() {
        model.look(true);
        model.pin(1);
        model.choose(2);
        model.beside().set(Stage.INITIAL);
        assertTrue(model.pinned(1));
        assertEquals(2, model.channel().get());
        model.beside().set(null);
        assertTrue(model.pinned(1));
        assertEquals(2, model.channel().get());
    }

    @Test
    void filtersStandByNumberWhateverTheMapsAreSortedBy() {
        model.look(true);
        looked.layer().set("block1.main.conv");
        model.order().set(ChannelOrder.MEAN);
        model.weights().set(true);
        model.see(0, 3);
        assertArrayEquals(new int[] {0, 1, 2}, Arrays.copyOf(model.channels(), 3));
        model.weights().set(false);
        assertArrayEquals(new int[] {69, 67, 65}, Arrays.copyOf(model.channels(), 3));
    }

    @Test
    void aScaleOfAllLayersThatWasRefusedSaysWhyAndIsAskedForAgain() {
        model.look(true);
        fixture.failure = new EngineFailure(Notice.of("common.error.busy", "r1"), null);
        model.span().set(ColourSpan.GLOBAL);
        assertEquals("common.error.busy", model.global().problem().get().key());
        assertFalse(model.global().range().get().done());
        fixture.failure = null;
        looked.moveTo(30);
        assertNull(model.global().problem().get());
        assertTrue(model.global().range().get().done());
    }

    @Test
    void eachTileMayHaveItsOwnScale() {
        model.look(true);
        Shades shades = Shades.of(Palette.LIGHT, false, 10);
        Tile tile = new Tile(new float[] {0, 2}, 0, 2);
        assertEquals(2, model.shades(shades, tile).limit(), 1e-12);
        model.span().set(ColourSpan.LAYER);
        assertEquals(10, model.shades(shades, tile).limit(), 1e-12);
        assertEquals(Palette.LIGHT.sequential(1), shades.of(10));
        assertEquals(Palette.LIGHT.sequential(0), shades.of(-3));
        Shades signed = Shades.of(Palette.DARK, true, 4);
        assertEquals(Palette.DARK.diverging(0), signed.of(0));
        assertEquals(Palette.DARK.diverging(-1), signed.of(-4));
        assertEquals(-4, signed.low(), 0);
    }

    @Test
    void aTileOfOneCellIsColouredAmongThoseOfItsLayer() {
        model.look(true);
        looked.layer().set("head");
        model.see(0, 2);
        assertEquals(ColourSpan.LAYER, model.shared());
        Shades base = Shades.of(Palette.LIGHT, false, model.limit());
        assertEquals(3.549, model.shades(base, model.source().tile(0)).limit(), 1e-5);
        looked.layer().set("stem.conv");
        assertEquals(ColourSpan.UNIT, model.shared());
    }

    @Test
    void filtersStandSideBySideForEachInputChannel() {
        model.look(true);
        model.weights().set(true);
        model.see(0, 3);
        assertEquals(3, model.source().rows());
        assertEquals(9, model.source().columns());
        Tile tile = model.source().tile(2);
        // filter 2, input 1, row 0, column 2: 2 + (9 + 2 − 13)/10
        assertEquals(1.8f, tile.values()[3 + 2], 1e-5f);
        looked.layer().set("head");
        assertFalse(model.weights().get(), "a dense layer has no filters");
    }

    @Test
    void anotherLayerHasOtherChannels() {
        model.look(true);
        model.choose(2);
        assertEquals(2, model.channel().get());
        looked.layer().set("block1.add");
        assertEquals(0, model.channel().get());
        model.step(5);
        assertEquals(5, model.channel().get());
        model.step(-100);
        assertEquals(0, model.channel().get());
        model.choose(70);
        assertEquals(0, model.channel().get(), "there is no such channel");
    }

    @Test
    void theStrongestInputsAreThoseOfTheChosenChannel() {
        model.look(true);
        TopModel top = new TopModel(model);
        assertNull(top.top().get());
        top.look(true);
        assertEquals(0, top.top().get().channel());
        model.choose(1);
        assertEquals(1, top.top().get().channel());
        assertEquals(20, top.top().get().top().getFirst().place());
    }

    @Test
    void theSearchForTheStrongestIsGivenUpWhereItIsNotLookedAt() {
        model.look(true);
        TopModel top = new TopModel(model);
        fixture.held = true;
        top.look(true);
        assertTrue(top.busy().get());
        top.look(false);
        assertFalse(top.busy().get());
        fixture.held = false;
        top.look(true);
        assertEquals(0, top.top().get().channel(), "asked for again");
    }

    @Test
    void kernelsThatWereRefusedSayWhy() {
        model.look(true);
        KernelModel kernels = new KernelModel(model);
        fixture.failure = new EngineFailure(Notice.of("common.error.busy", "r1"), null);
        kernels.look(true);
        assertNull(kernels.chart());
        assertEquals("common.error.busy", kernels.problem().get().key());
    }

    @Test
    void kernelsComeWithTheLargestWeightsFirst() {
        model.look(true);
        KernelModel kernels = new KernelModel(model);
        kernels.look(true);
        assertEquals(
                List.of("0", "2", "1"),
                kernels.chart().tiles().stream().map(tile -> tile.name()).toList());
        assertEquals(-1.3, kernels.chart().tiles().getFirst().values()[0][0], 1e-6);
    }
}
