package io.riskloom.app.playground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.feature.Pooling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels, filters, groups, activations, poolings, the dense end and the series. */
class LayerModelTest {

    @TempDir
    Path folder;

    private final PlaygroundFixture engine = new PlaygroundFixture();
    private Session session;
    private PlaygroundViewModel model;

    @BeforeEach
    void open() {
        session = engine.session(folder);
        model = new PlaygroundViewModel(session);
        model.shown();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Working working() {
        return model.working().orElseThrow();
    }

    private void agrees() {
        assertEquals(EngineCheck.Kind.AGREES, model.check().get().kind());
    }

    /** Two channels of 2 × 2 under one filter of 1 × 1 kernels 1 and −2, bias 0.5. */
    private void twoChannels() {
        model.change(s -> s.withInputs(
                        new Volume(List.of(
                                Grid.of(new double[][] {{1, 2}, {3, 4}}), Grid.of(new double[][] {{5, 6}, {7, 8}}))),
                        Optional.empty())
                .with(new FilterBank(
                        List.of(new Volume(List.of(Grid.of(new double[][] {{1}}), Grid.of(new double[][] {{-2}})))),
                        List.of(0.5))));
    }

    @Test
    void channelsAddTheirSharesAndTheActivationComesLast() {
        twoChannels();
        model.change(s -> s.withActivation(Activation.RELU));
        Explanation e = model.explanation().orElseThrow();
        assertEquals("1·(1)", Arithmetic.terms(e));
        assertEquals(" =\u00a01", Arithmetic.result(e));
        assertEquals(Optional.of("1 + (−10) + 0.5 =\u00a0−8.5"), Arithmetic.channels(e));
        assertEquals(Optional.of("ReLU(−8.5) = max(0, −8.5) =\u00a00"), Arithmetic.activated(e));
        assertArrayEquals(new double[][] {{0, 0}, {0, 0}}, working().output().values());
        assertArrayEquals(
                new double[][] {{-8.5, -9.5}, {-10.5, -11.5}}, working().sum().values());
        model.lookAtChannel(1);
        assertEquals("5·(−2)", Arithmetic.terms(model.explanation().orElseThrow()));
        agrees();
        assertFalse(model.state().get().equals(PlaygroundState.first()));
        model.undo();
        assertEquals(Activation.NONE, model.state().get().conv().activation(), "looking elsewhere is no step to undo");
    }

    @Test
    void newChannelsAndFiltersStartWithNumbersOfTheirOwn() {
        model.change(s -> s.withChannels(2).with(s.conv().bank()));
        model.change(s -> s.with(s.conv().bank().withCount(3)));
        PlaygroundState s = model.state().get();
        assertEquals(s.inputs().at(0).mirrored(), s.inputs().at(1));
        assertEquals(Preset.SOBEL_Y.kernel(), s.conv().bank().filters().get(0).at(1));
        assertEquals(Preset.LAPLACIAN.kernel(), s.conv().bank().filters().get(2).at(0));
        assertEquals(3, working().maps().size());
        assertEquals(2, working().shares().size());
        agrees();
    }

    @Test
    void groupsThatDoNotDivideAreExplainedAndMended() {
        model.change(s -> s.withChannels(3));
        model.change(s -> s.with(s.conv().withGroups(2)));
        Trouble trouble = model.trouble().orElseThrow();
        assertEquals(Notice.of("playground.trouble.groups", 2, 3, 1), trouble.reason());
        assertEquals(List.of(Notice.of("playground.offer.groups", 1)), trouble.changes());
        model.change(s -> s.with(s.conv().bank().withCount(3)));
        model.change(s -> s.with(s.conv().withGroups(4)));
        model.take(model.trouble().orElseThrow());
        assertEquals(3, model.state().get().conv().groups(), "one channel a filter");
        assertEquals(1, working().shares().size());
        agrees();
    }

    @Test
    void aGroupReadsItsOwnChannelsAndLookingFollows() {
        model.change(s -> s.withChannels(4));
        model.change(s -> s.with(s.conv().bank().withCount(2)));
        model.change(s -> s.with(s.conv().withGroups(2)));
        assertEquals(new Look(0, 0, 0), model.state().get().look());
        model.lookAtChannel(3);
        assertEquals(new Look(3, 1, 0), model.state().get().look());
        model.lookAtFilter(0);
        assertEquals(new Look(1, 0, 0), model.state().get().look(), "the nearest channel that it reads");
        agrees();
    }

    @Test
    void termsAreAddedOneByOneAndGoOnIntoTheNextCell() {
        Stepping stepping = model.stepping();
        stepping.stepTerm(1);
        assertEquals(0, stepping.term().get());
        stepping.stepTerm(1);
        Explanation e = model.explanation().orElseThrow();
        assertEquals("3·(1) + 4·(0)", Arithmetic.terms(e, 1));
        assertEquals(3, Arithmetic.partial(e, 1));
        for (int i = 0; i < 8; i++) {
            stepping.stepTerm(1);
        }
        assertEquals(1, stepping.cursor().get());
        assertEquals(0, stepping.term().get());
        stepping.stepTerm(-1);
        assertEquals(0, stepping.cursor().get());
        assertEquals(8, stepping.term().get());
        stepping.byTerms().set(false);
        assertEquals(Optional.empty(), stepping.termShown());
    }

    @Test
    void thePlayEndsWithTheLastTermOfTheLastCell() {
        model.preset(Preset.WORKED_EXAMPLE);
        Stepping stepping = model.stepping();
        stepping.byTerms().set(true);
        stepping.togglePlay();
        for (int i = 0; i < 8; i++) {
            assertTrue(stepping.playing().get());
            stepping.beat();
        }
        assertFalse(stepping.playing().get());
        assertEquals(8, stepping.term().get());
        stepping.togglePlay();
        assertEquals(0, stepping.term().get(), "from the start again");
    }

    @Test
    void theArticlesPoolingGivesFive() {
        model.preset(Preset.WORKED_EXAMPLE);
        model.change(s -> s.withMode(PlaygroundState.Mode.POOLING));
        assertArrayEquals(new double[][] {{5}}, working().output().values());
        assertArrayEquals(
                new double[][] {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}},
                working().gradient().getFirst().values());
        agrees();
    }

    @Test
    void globalAndAdaptivePoolingSeeWhatTheyShould() {
        model.change(s -> s.withMode(PlaygroundState.Mode.POOLING)
                .withInput(Preset.WORKED_INPUT, Optional.empty())
                .with(s.pool().withKind(Pooling.Kind.AVERAGE).withForm(PoolShape.Form.GLOBAL)));
        assertArrayEquals(new double[][] {{5}}, working().output().values());
        assertEquals(List.of("3 → 1"), SizeFormula.of(model.state().get()));
        model.change(s -> s.with(s.pool().withForm(PoolShape.Form.ADAPTIVE).withOutput(2, 2)));
        assertArrayEquals(new double[][] {{3, 4}, {6, 7}}, working().output().values());
        assertEquals(0.25, working().gradient().getFirst().at(0, 0));
        assertEquals(1, working().gradient().getFirst().at(1, 1));
        agrees();
    }

    @Test
    void poolingPadsWithNothingForTheMaximumAndZeroForTheMean() {
        model.change(s -> s.withMode(PlaygroundState.Mode.POOLING)
                .withInput(Grid.of(new double[][] {{-1, -2}, {-3, -4}}), Optional.empty())
                .with(Pool.window(Pooling.Kind.MAX, 2, 2, 2).withPadding(1)));
        assertArrayEquals(
                new double[][] {{-1, -2}, {-3, -4}}, working().output().values());
        assertEquals(Double.NEGATIVE_INFINITY, working().padded()[0][0]);
        assertEquals("−∞", CellText.of(working().padded()[0][0]));
        model.change(s -> s.with(s.pool().withKind(Pooling.Kind.AVERAGE)));
        Explanation e = model.explanation().orElseThrow();
        assertEquals("([0] + [0] + [0] + (−1)) / 4 =\u00a0−0.25", Arithmetic.terms(e) + Arithmetic.result(e));
        agrees();
    }

    @Test
    void tooMuchPaddingOfAWindowIsExplainedAndMended() {
        model.change(s -> s.withMode(PlaygroundState.Mode.POOLING).with(s.pool().withPadding(2)));
        Trouble trouble = model.trouble().orElseThrow();
        assertEquals(Notice.of("playground.trouble.poolPadding", 2, 2, 2, 1), trouble.reason());
        assertEquals(List.of(Notice.of("playground.offer.padding", 1)), trouble.changes());
        model.take(trouble);
        agrees();
    }

    @Test
    void theDenseEndWeighsAllValuesAndItsProbabilitiesAddUpToOne() {
        model.preset(Preset.WORKED_EXAMPLE);
        model.change(s -> s.withMode(PlaygroundState.Mode.DENSE));
        assertEquals(1, working().cells());
        assertTrue(model.entry().typeWeight(0, "0.2"));
        model.lookAtClass(1);
        assertTrue(model.entry().typeWeight(0, "0"));
        model.lookAtClass(2);
        assertTrue(model.entry().typeWeight(0, "-0.2"));
        DenseWorking end = working().end().orElseThrow();
        assertArrayEquals(new double[] {1, 0, -1}, end.logits());
        // e/(e + 1 + 1/e)
        assertEquals(0.6652409557748219, end.probabilities()[0], 1e-12);
        assertEquals("5·(0.2) ≈\u00a01", DenseArithmetic.logit(end, 0, 0));
        assertEquals("exp(1) / (exp(1) + exp(0) + exp(−1)) ≈\u00a00.6652", DenseArithmetic.softmax(end, 0));
        agrees();
        model.change(s -> s.with(s.dense().drawn()));
        assertFalse(working().end().orElseThrow().logits()[0] == 1);
        model.undo();
        assertEquals(1, working().end().orElseThrow().logits()[0]);
    }

    @Test
    void theDenseEndFlattensMapAfterMap() {
        model.change(s -> s.with(s.conv().bank().withCount(2)));
        model.change(s -> s.withMode(PlaygroundState.Mode.DENSE));
        assertEquals(50, working().cells());
        model.stepping().moveTo(26);
        assertEquals(1, model.map());
        assertEquals(
                working().maps().get(1).at(0, 1), working().end().orElseThrow().values()[26]);
        agrees();
    }

    @Test
    void aRowOfReturnsAndItsPictureGiveAnswersOfOneLength() {
        model.change(s -> s.withMode(PlaygroundState.Mode.SERIES));
        Working row = working().row().orElseThrow();
        assertEquals(10, row.output().columns());
        assertEquals(10, working().output().columns());
        // the mean of 0.3, −0.2 and 0.5
        assertEquals(0.2, row.output().at(0, 0), 1e-12);
        Grid image = model.state().get().series().image();
        assertEquals(12, image.rows());
        double low = -2.6;
        double x = 2 * (0.3 - low) / (2.1 - low) - 1;
        assertEquals(2 * x * x - 1, image.at(0, 0), 0.005, "cos 2φ on the diagonal");
        agrees();
        model.change(s -> s.with(s.series().withKernel(Preset.MOMENTUM.kernel())));
        assertEquals(4, model.state().get().series().imageKernel().rows());
        model.change(s -> s.withDilation(4));
        assertEquals(
                Notice.of("playground.trouble.kernelColumns", 13, 12),
                model.trouble().orElseThrow().reason());
        model.take(model.trouble().orElseThrow());
        assertEquals(3, model.state().get().conv().dilation());
        agrees();
    }

    @Test
    void returnsArePastedAsARowOrAColumnOfAsManyDays() {
        model.change(s -> s.withMode(PlaygroundState.Mode.SERIES));
        model.entry().pasteReturns(new Place(0, 10), "1.5\n-2.5");
        assertEquals(1.5, model.state().get().series().returns().at(0, 10));
        assertEquals(-2.5, model.state().get().series().returns().at(0, 11));
        model.entry().pasteReturns(new Place(0, 11), "1\t2");
        assertEquals(
                Optional.of(Notice.of("playground.paste.days", 1, 13, 12)),
                model.entry().refusal().get());
    }
}
