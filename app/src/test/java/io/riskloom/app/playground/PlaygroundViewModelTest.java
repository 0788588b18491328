package io.riskloom.app.playground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.Pooling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaygroundViewModelTest {

    @TempDir
    Path folder;

    private Session session;
    private PlaygroundViewModel model;

    @BeforeEach
    void open() {
        session = new PlaygroundFixture().session(folder);
        model = new PlaygroundViewModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theWorkedExampleGivesTheSingleValueFive() {
        model.preset(Preset.WORKED_EXAMPLE);
        assertArrayEquals(
                new double[][] {{5}}, model.working().orElseThrow().output().values());
        Explanation e = model.explanation().orElseThrow();
        assertEquals("1·(1) + 2·(0) + 3·(−1) + 4·(0) + 5·(1) + 6·(0) + 7·(−1) + 8·(0) + 9·(1)", Arithmetic.terms(e));
        assertEquals(" =\u00a05", Arithmetic.result(e));
        assertEquals(Optional.of("1 → 1 → −2 → −2 → 3 → 3 → −4 → −4 → 5"), Arithmetic.runningSum(e));
    }

    @Test
    void theFirstPictureIsSobelOverSevenBySeven() {
        assertArrayEquals(
                new double[][] {
                    {-5, -14, 1, 23, 6},
                    {0, -4, 9, 16, -4},
                    {4, -8, 1, 10, -7},
                    {5, -17, -8, 14, -11},
                    {3, -23, -6, 16, -10}
                },
                model.working().orElseThrow().output().values());
        assertEquals(Optional.of(Preset.SOBEL_X), model.presetNow());
        model.moveTo(new Place(2, 3));
        assertEquals(13, model.stepping().cursor().get());
        assertEquals(
                "4·(1) + 2·(0) + 1·(−1) + 4·(2) + 3·(0) + 2·(−2) + 9·(1) + 5·(0) + 6·(−1)",
                Arithmetic.terms(model.explanation().orElseThrow()));
        assertEquals(
                List.of("⌊(7 + 2·0 − 1·(3−1) − 1)/1⌋ + 1 = 5"),
                SizeFormula.of(model.state().get()));
    }

    @Test
    void stepsGoOnInReadingOrderAndStayInside() {
        model.stepping().step(0, -1);
        assertEquals(0, model.stepping().cursor().get());
        model.stepping().moveTo(4);
        model.stepping().step(0, 1);
        assertEquals(5, model.stepping().cursor().get());
        model.stepping().step(1, 0);
        assertEquals(10, model.stepping().cursor().get());
        model.stepping().moveTo(Integer.MAX_VALUE);
        assertEquals(24, model.stepping().cursor().get());
        model.stepping().step(1, 0);
        assertEquals(24, model.stepping().cursor().get());
    }

    @Test
    void playEndsAtTheLastCellAndBeginsAgainAtTheFirst() {
        model.stepping().moveTo(23);
        model.stepping().togglePlay();
        assertTrue(model.stepping().playing().get());
        model.stepping().beat();
        assertEquals(24, model.stepping().cursor().get());
        assertFalse(model.stepping().playing().get());
        model.stepping().togglePlay();
        assertEquals(0, model.stepping().cursor().get());
        assertTrue(model.stepping().playing().get());
        model.stepping().pause();
        assertFalse(model.stepping().playing().get());
    }

    @Test
    void undoGoesBackEditByEditAndRedoForthAgain() {
        assertFalse(model.undoable().get());
        model.entry().typeInput(new Place(0, 0), "12.5");
        model.change(s -> s.withStride(2));
        model.undo();
        assertEquals(1, model.state().get().conv().stride());
        assertEquals(12.5, model.state().get().input().at(0, 0));
        model.undo();
        assertEquals(PlaygroundState.first(), model.state().get());
        assertFalse(model.undoable().get());
        model.redo();
        model.redo();
        assertEquals(2, model.state().get().conv().stride());
        assertFalse(model.redoable().get());
        model.undo();
        model.entry().typeBias("1");
        assertFalse(model.redoable().get(), "a new edit forgets what was undone");
    }

    @Test
    void anEditThatChangesNothingCannotBeUndone() {
        model.entry().typeInput(new Place(0, 0), "3");
        model.change(s -> s.withStride(1));
        assertFalse(model.undoable().get());
    }

    @Test
    void theLookedAtCellStaysInsideASmallerOutput() {
        model.stepping().moveTo(24);
        model.change(s -> s.withStride(4));
        assertEquals(4, model.working().orElseThrow().cells());
        assertEquals(3, model.stepping().cursor().get());
    }

    @Test
    void aDilatedKernelBeyondTheInputIsExplainedAndMended() {
        model.change(s -> s.withInput(s.input().resized(4, 7), Optional.empty()).withDilation(2));
        assertTrue(model.working().isEmpty());
        Trouble trouble = model.trouble().orElseThrow();
        assertEquals(Notice.of("playground.trouble.kernelRows", 5, 4), trouble.reason());
        assertEquals(1, trouble.changes().size());
        model.take(trouble);
        assertTrue(model.trouble().isEmpty());
        assertTrue(model.working().isPresent());
        model.undo();
        assertTrue(model.trouble().isPresent(), "taking the offer can be undone");
    }

    @Test
    void reflectingBeyondTheInputIsSaidInThoseWords() {
        model.change(s -> s.withInput(s.input().resized(3, 7), Optional.empty())
                .withPadMode(PadMode.REFLECT)
                .withPadding(3));
        Trouble trouble = model.trouble().orElseThrow();
        assertEquals(Notice.of("playground.trouble.reflect", 3, 3), trouble.reason());
        assertEquals(List.of(Notice.of("playground.offer.padding", 2)), trouble.changes());
    }

    @Test
    void aWindowBeyondTheInputIsCut() {
        model.change(s -> s.withMode(PlaygroundState.Mode.POOLING)
                .withInput(s.input().resized(2, 5), Optional.empty())
                .with(Pool.window(Pooling.Kind.AVERAGE, 3, 2, 1)));
        Trouble trouble = model.trouble().orElseThrow();
        assertEquals(Notice.of("playground.trouble.windowRows", 3, 2), trouble.reason());
        assertEquals(List.of(Notice.of("playground.offer.window", 2, 2)), trouble.changes());
        model.take(trouble);
        assertEquals(1, model.working().orElseThrow().output().rows());
    }

    @Test
    void everyImpossibleSetUpHasAPossibleNeighbourWithinTheLimits() {
        int impossible = 0;
        for (PadMode mode : PadMode.values()) {
            for (int n = 1; n <= Grid.LARGEST; n += 3) {
                for (int k = 1; k <= Convolving.MAX_KERNEL; k++) {
                    for (int p = 0; p <= Convolving.MAX_PADDING; p++) {
                        for (int d = 1; d <= Convolving.MAX_DILATION; d++) {
                            Grid input = Grid.of(new double[n][7]);
                            Grid kernel = Grid.of(new double[k][3]);
                            int padding = p;
                            int dilation = d;
                            model.change(s -> s.withInput(input, Optional.empty())
                                    .with(FilterBank.of(kernel))
                                    .withPadMode(mode)
                                    .withPadding(padding)
                                    .withDilation(dilation));
                            if (model.trouble().isPresent()) {
                                impossible++;
                                model.take(model.trouble().get());
                                assertTrue(
                                        model.working().isPresent(),
                                        () -> "after " + model.state().get());
                            }
                        }
                    }
                }
            }
        }
        assertTrue(impossible > 100, "only " + impossible + " impossible set-ups were met");
    }

    @Test
    void maxPoolingMarksWhereTheGradientFlowsBack() {
        model.change(s -> s.withMode(PlaygroundState.Mode.POOLING)
                .withInput(
                        Grid.of(new double[][] {{1, 2, 5, 6}, {3, 4, 8, 7}, {9, 9, 0, 0}, {0, 1, 0, 0}}),
                        Optional.empty()));
        Working working = model.working().orElseThrow();
        assertArrayEquals(new double[][] {{4, 8}, {9, 0}}, working.output().values());
        assertEquals(List.of(new Place(1, 1), new Place(1, 2), new Place(2, 0), new Place(2, 2)), working.marks());
        assertEquals("max{1, 2, 3, 4}", Arithmetic.terms(working.explanations().getFirst()));
        assertEquals(
                List.of("⌊(4 − 2)/2⌋ + 1 = 2"), SizeFormula.of(model.state().get()));
    }

    @Test
    void averagePoolingShowsTheMeanAndMarksNothing() {
        model.change(s -> s.withMode(PlaygroundState.Mode.POOLING)
                .withInput(Grid.of(new double[][] {{1, 2}, {-4, 6}}), Optional.empty())
                .with(Pool.window(Pooling.Kind.AVERAGE, 2, 2, 2)));
        Explanation e = model.explanation().orElseThrow();
        assertEquals("(1 + 2 + (−4) + 6) / 4 =\u00a01.25", Arithmetic.terms(e) + Arithmetic.result(e));
        assertEquals(List.of(), model.working().orElseThrow().marks());
    }

    @Test
    void paddingIsShownAndItsValuesStandInBrackets() {
        model.change(s -> s.withInput(Preset.WORKED_INPUT, Optional.empty())
                .withKernel(Preset.WORKED_EXAMPLE.kernel())
                .withPadding(1)
                .withPadMode(PadMode.REFLECT)
                .withBias(-0.5));
        Working working = model.working().orElseThrow();
        assertArrayEquals(new double[] {5, 4, 5, 6, 5}, working.padded()[0]);
        Explanation e = working.explanations().getFirst();
        assertEquals(
                "[5]·(1) + [4]·(0) + [5]·(−1) + [2]·(0) + 1·(1) + 2·(0) + [5]·(−1) + 4·(0) + 5·(1) − 0.5",
                Arithmetic.terms(e));
        assertEquals(" =\u00a00.5", Arithmetic.result(e));
    }

    @Test
    void readersOfAnInputCellCountThosePaddingRepeatsItFor() {
        model.change(s -> s.withInput(Preset.WORKED_INPUT, Optional.empty())
                .withKernel(Grid.of(new double[][] {{1, 1}}))
                .withPadMode(PadMode.REPLICATE)
                .withPadding(1));
        assertEquals(5 * 4, model.working().orElseThrow().cells());
        assertEquals(
                List.of(new Place(0, 0), new Place(0, 1), new Place(1, 0), new Place(1, 1)),
                model.readers(new Place(0, 0)));
        model.change(s -> s.withPadMode(PadMode.ZERO));
        assertEquals(List.of(new Place(1, 0), new Place(1, 1)), model.readers(new Place(0, 0)));
    }

    @Test
    void whatIsNoNumberIsRefusedAndChangesNothing() {
        assertFalse(model.entry().typeInput(new Place(0, 0), "1,5x"));
        assertEquals(
                Optional.of(Notice.of("playground.type.notNumber", "1,5x")),
                model.entry().refusal().get());
        assertEquals(PlaygroundState.first(), model.state().get());
        assertTrue(model.entry().typeKernel(new Place(0, 0), "−2"));
        assertEquals(-2, model.state().get().kernel().at(0, 0));
        assertEquals(Optional.empty(), model.entry().refusal().get(), "the next edit takes the refusal away");
    }

    @Test
    void aPastedBlockGrowsTheInputUpToItsLimit() {
        model.entry().pasteInput(new Place(6, 6), "1\t2\n3\t4\n");
        Grid input = model.state().get().input();
        assertEquals(8, input.rows());
        assertEquals(8, input.columns());
        assertEquals(4, input.at(7, 7));
        assertEquals(0, input.at(0, 7));
        model.entry().pasteInput(new Place(7, 0), "1\n2\n3\n4\n5\n6");
        assertEquals(
                Optional.of(Notice.of("playground.paste.large", 13, 8, 12)),
                model.entry().refusal().get());
        assertEquals(input, model.state().get().input());
    }

    private void loadPrices() throws Exception {
        StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close\n");
        for (int day = 0; day < 70; day++) {
            csv.append(LocalDate.parse("2024-01-01").plusDays(day))
                    .append(String.format(Locale.ROOT, ",%d,%d,%d,%d%n", 100 + day, 102 + day, 99 + day, 100 + day));
        }
        session.load(Files.writeString(folder.resolve("up.csv"), csv));
    }

    private PriceWindow window(PriceKind kind, int last) {
        return model.prices().windows(last).stream()
                .filter(w -> w.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pricesFillTheInputAndSayWhichDaysTheyAre() throws Exception {
        assertEquals(List.of(), model.prices().windows(model.prices().lastDay()));
        loadPrices();
        assertEquals(69, model.prices().lastDay());
        assertEquals(PriceKind.values().length, model.prices().windows(69).size());
        assertEquals(
                List.of(PriceKind.CLOSES, PriceKind.RETURNS),
                model.prices().windows(15).stream().map(PriceWindow::kind).toList());
        model.prices().take(window(PriceKind.CLOSES, 69));
        PlaygroundState closes = model.state().get();
        assertEquals(1, closes.input().rows());
        assertEquals(158, closes.input().at(0, 0));
        assertEquals(169, closes.input().at(0, 11));
        assertEquals("2024-02-28", closes.origin().orElseThrow().args().get(2));
        assertEquals("2024-03-10", closes.origin().orElseThrow().args().get(3));
        model.prices().take(window(PriceKind.GASF, 69));
        Grid image = model.state().get().input();
        assertEquals(12, image.rows());
        assertEquals(1, image.at(0, 0), "the lowest stretch: x = −1, cos 2π");
        assertEquals(-1, image.at(0, 11), "lowest with highest: cos π");
        model.entry().typeInput(new Place(0, 0), "7");
        assertEquals(Optional.empty(), model.state().get().origin(), "edited numbers are no longer the prices");
    }

    @Test
    void movingTheLastDayTakesTheSameOfOtherDays() throws Exception {
        loadPrices();
        model.prices().take(window(PriceKind.RETURNS, 69));
        assertEquals(0.6, model.state().get().input().at(0, 11), "169 over 168");
        model.prices().takeUpTo(30);
        assertEquals(0.78, model.state().get().input().at(0, 11), "130 over 129");
        assertEquals(
                "2024-01-31", model.state().get().origin().orElseThrow().args().get(3));
        assertEquals(30, model.prices().lastDay());
        model.undo();
        assertEquals(69, model.prices().lastDay());
    }

    @Test
    void openHighLowAndCloseAreFourChannelsThatTheFilterReads() throws Exception {
        loadPrices();
        model.prices().take(window(PriceKind.CHANNELS, 69));
        PlaygroundState s = model.state().get();
        assertEquals(4, s.inputs().count());
        assertEquals(4, s.conv().bank().filters().getFirst().count());
        assertEquals(4, model.explanation().orElseThrow().shares().size());
        model.prices().take(window(PriceKind.BARS, 69));
        assertEquals(1, model.state().get().inputs().count());
        assertEquals(12, model.state().get().input().columns());
    }
}
