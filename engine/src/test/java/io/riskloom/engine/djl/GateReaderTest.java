package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateReaderTest {
    private static final int DAYS = 20;
    private static final int FEATURES = 4;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(11);
    }

    private static ToySubject subject(Chain chain, Shape sample) {
        SplittableRandom random = new SplittableRandom(5);
        float[] input = new float[(int) sample.size()];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        return new ToySubject(new Network(chain, sample), input);
    }

    private static ToySubject window(Chain chain) {
        return subject(chain, new Shape(DAYS, FEATURES));
    }

    private static GateReader reader(ToySubject subject) {
        return new GateReader(subject, subject.attributions());
    }

    private static List<String> recurrent(Flow flow) {
        return flow.steps().stream()
                .filter(step -> step.recurrent().isPresent())
                .map(Flow.Step::layer)
                .toList();
    }

    /** Of layers one over the other, in both directions, of each kind, and over an applicant's months. */
    @Test
    void statesWorkedOutByTheGatesAreThoseOfTheEngine() throws Exception {
        List<ToySubject> all = new ArrayList<>(List.of(
                window(Recurrent.lstm(7, 3, false, 0.2, 2)),
                window(Recurrent.lstm(5, 2, true, 0.2, 2)),
                window(Recurrent.gru(6, 2, false, 0, 1)),
                window(Recurrent.gru(3, 1, true, 0, 1)),
                window(Recurrent.simple(9, 0.1, 1)),
                subject(ToyCreditNetworks.of("gru"), ToyCreditNetworks.row()),
                subject(ToyCreditNetworks.of("lstm"), ToyCreditNetworks.row())));
        List<String> seen = new ArrayList<>();
        for (ToySubject subject : all) {
            try (subject;
                    NDManager scratch = subject.flow(Stage.TRAINED).manager().newSubManager()) {
                Flow flow = subject.flow(Stage.TRAINED);
                NDArray x = scratch.create(subject.input(0), Network.batchOf(1, subject.sample()));
                for (String layer : recurrent(flow)) {
                    seen.add(layer);
                    Gates gates = reader(subject).of(0, layer, Stage.TRAINED, () -> false);
                    assertEquals(layer, gates.layer());
                    Gates.Series states = gates.series().getLast();
                    assertEquals("state", states.name());
                    float[] own = flow.answer(x, flow.index(layer)).toFloatArray();
                    double[] wide = new double[own.length];
                    Arrays.setAll(wide, i -> own[i]);
                    double[] found = Arrays.stream(states.values())
                            .flatMapToDouble(Arrays::stream)
                            .toArray();
                    assertArrayEquals(wide, found, 1e-5, layer);
                }
            }
        }
        assertTrue(seen.containsAll(List.of("lstm.layer3", "lstm2.backwards", "gru.layer1", "gru1.forwards", "rnn3")));
        assertEquals(2, seen.stream().filter("months.layer"::equals).count());
    }

    @Test
    void theLastLayerIsReadWhereNoneIsNamed() throws Exception {
        try (ToySubject subject = window(Recurrent.lstm(7, 2, false, 0, 1))) {
            Gates gates = reader(subject).of(0, "", Stage.TRAINED, () -> false);
            assertEquals("lstm.layer2", gates.layer());
            assertEquals("lstm", gates.kind());
            assertEquals(
                    List.of("input", "forget", "candidate", "output", "cell", "state"),
                    gates.series().stream().map(Gates.Series::name).toList());
            double[][] input = gates.series().getFirst().values();
            assertEquals(DAYS, input.length);
            assertEquals(7, input[0].length);
            assertTrue(Arrays.stream(input).flatMapToDouble(Arrays::stream).allMatch(g -> g > 0 && g < 1));
        }
    }

    @Test
    void daysGiveWhatTheAnswerIsBeyondThatOfTheAverageWindow() throws Exception {
        try (ToySubject subject = window(Recurrent.gru(6, 1, false, 0, 1))) {
            Gates gates = reader(subject).of(0, "", Stage.TRAINED, () -> false);
            Flow flow = subject.flow(Stage.TRAINED);
            double[] answers = new double[2];
            try (NDManager scratch = flow.manager().newSubManager()) {
                float[] both = Arrays.copyOf(subject.input(0), 2 * DAYS * FEATURES);
                float[] found = flow.answer(scratch.create(both, new Shape(2, DAYS, FEATURES)))
                        .toFloatArray();
                Arrays.setAll(answers, i -> found[i]);
            }
            assertEquals(answers[0] - answers[1], Arrays.stream(gates.lags()).sum(), 1e-3);
            assertEquals(List.of("f0", "f1", "f2", "f3"), gates.features());
            for (int t = 0; t < DAYS; t++) {
                assertEquals(Arrays.stream(gates.cells()[t]).sum(), gates.lags()[t], 1e-12);
            }
            double last = Math.abs(gates.lags()[DAYS - 1]);
            assertTrue(last > Math.abs(gates.lags()[0]), "a state forgets: the last day counts more than the first");
        }
    }

    @Test
    void networksAndLayersWithoutGatesAreRefused() throws Exception {
        try (ToySubject subject = window(Mlp.ofWindow(8, 1, 0, 1))) {
            NoticeException refused =
                    assertThrows(NoticeException.class, () -> reader(subject).of(0, "", Stage.TRAINED, () -> false));
            assertEquals("inside.error.noGates", refused.notice().key());
            assertEquals(List.of("toy"), refused.notice().args());
        }
        try (ToySubject subject = window(Recurrent.gru(6, 1, false, 0, 1))) {
            NoticeException refused = assertThrows(
                    NoticeException.class, () -> reader(subject).of(0, "head", Stage.TRAINED, () -> false));
            assertEquals("inside.error.noGates", refused.notice().key());
        }
    }
}
