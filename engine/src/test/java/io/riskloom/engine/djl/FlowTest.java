package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    static List<InsideNetworks.Kind> kinds() {
        return InsideNetworks.ALL;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theStepsTogetherAnswerAsTheNetwork(InsideNetworks.Kind kind) {
        try (Network network = kind.open();
                NDManager scratch = network.manager().newSubManager()) {
            NDArray x = InsideNetworks.batch(scratch, 3, network.sample());
            float[] whole = network.forward(x, false).toFloatArray();
            Flow flow = Flow.of(network);
            assertArrayEquals(whole, flow.answer(x).toFloatArray(), 1e-6f);
            assertArrayEquals(whole, flow.run(x).getLast().toFloatArray(), 1e-6f);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fromAnyStepOnTheAnswerIsTheSame(InsideNetworks.Kind kind) {
        try (Network network = kind.open();
                NDManager scratch = network.manager().newSubManager()) {
            NDArray x = InsideNetworks.batch(scratch, 2, network.sample());
            Flow flow = Flow.of(network);
            NDList answers = flow.run(x);
            float[] whole = answers.getLast().toFloatArray();
            for (int step = 0; step <= flow.last(); step += 1 + flow.last() / 20) {
                float[] again = flow.after(answers, step, answers.get(step)).toFloatArray();
                assertArrayEquals(whole, again, 1e-6f, flow.steps().get(step).layer());
                assertArrayEquals(
                        answers.get(step).toFloatArray(), flow.answer(x, step).toFloatArray(), 1e-6f);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void atTheInputTheSlopeIsTheNetworksOwn(InsideNetworks.Kind kind) {
        try (Network network = kind.open();
                NDManager scratch = network.manager().newSubManager()) {
            NDArray x = InsideNetworks.batch(scratch, 2, network.sample());
            Flow flow = Flow.of(network);
            NDArray slope = flow.slope(flow.run(x), 0, y -> y.get(":, -1"));
            x.setRequiresGradient(true);
            NDArray own =
                    Torch.recorded(() -> Ops.slope(network.forward(x, false).get(":, -1"), x));
            assertArrayEquals(
                    own.toFloatArray(),
                    slope.toFloatArray(),
                    1e-5f * (1 + own.abs().max().getFloat()));
        }
    }

    static List<InsideNetworks.Kind> shallow() {
        return InsideNetworks.ALL.stream()
                .filter(kind ->
                        !kind.name().startsWith("resnet") && !kind.name().equals("credit cnn"))
                .toList();
    }

    /** f(a + ε·d) − f(a − ε·d) = 2ε·⟨slope, d⟩ at every step. */
    @ParameterizedTest
    @MethodSource("shallow")
    void slopesAreThoseOfFiniteDifferences(InsideNetworks.Kind kind) {
        try (Network network = kind.open();
                NDManager scratch = network.manager().newSubManager()) {
            NDArray x = InsideNetworks.batch(scratch, 2, network.sample());
            Flow flow = Flow.of(network);
            NDList answers = flow.run(x);
            for (int step = 0; step <= flow.last(); step++) {
                NDArray at = answers.get(step);
                NDArray slope = flow.slope(answers, step, y -> y.get(":, -1"));
                assertEquals(at.getShape(), slope.getShape());
                NDArray way = scratch.randomNormal(0, 1, at.getShape(), DataType.FLOAT32);
                float much = 1e-3f;
                double rise = number(flow.after(answers, step, at.add(way.mul(much))))
                        - number(flow.after(answers, step, at.sub(way.mul(much))));
                double foretold = 2 * much * slope.mul(way).sum().getFloat();
                double scale = 2 * much * slope.norm().getFloat() * way.norm().getFloat() + 1e-3;
                assertEquals(
                        foretold, rise, 0.03 * scale, flow.steps().get(step).layer());
            }
        }
    }

    private static double number(NDArray answer) {
        return answer.get(":, -1").sum().getFloat();
    }

    @Test
    void severalNetworksAnswerWithTheirMean() {
        Chain one = ToyCreditNetworks.of("mlp");
        Chain two = ToyCreditNetworks.of("gru");
        try (Network first = new Network(one, ToyCreditNetworks.row());
                Network second = new Network(two, ToyCreditNetworks.row());
                NDManager scratch = first.manager().newSubManager()) {
            NDArray x = InsideNetworks.batch(scratch, 4, ToyCreditNetworks.row());
            float[] a = first.forward(x, false).toFloatArray();
            float[] b = second.forward(x, false).toFloatArray();
            Flow flow = Flow.of(List.of(first, second));
            float[] mean = flow.answer(x).toFloatArray();
            for (int i = 0; i < mean.length; i++) {
                assertEquals((a[i] + b[i]) / 2, mean[i], 1e-6);
            }
            List<String> names = flow.steps().stream().map(Flow.Step::layer).toList();
            assertTrue(names.containsAll(List.of("member1.dense1", "member2.months.layer", "mean")), names.toString());
            assertEquals(
                    "member1", flow.steps().get(names.indexOf("member1.dense1")).group());
        }
    }

    @Test
    void aTapSeesEveryLayerAndMayPutAnotherAnswerInItsPlace() throws Exception {
        try (Network network = new Network(Cnn.of(2, 3, 4, 0, 1), new Shape(1, 8, 8));
                NDManager scratch = network.manager().newSubManager()) {
            NDArray x = InsideNetworks.batch(scratch, 1, network.sample());
            Flow flow = Flow.of(network);
            List<String> seen = new ArrayList<>();
            NDArray silent = flow.answer(x, (layer, input, answer) -> {
                seen.add(layer);
                return layer.equals("relu") ? answer.zerosLike() : answer;
            });
            assertEquals(flow.steps().stream().map(Flow.Step::layer).toList(), seen);
            assertEquals(network.state().get("head.bias").getFloat(0), silent.getFloat(), 1e-7);
            assertEquals(flow.last(), flow.index("head"));
            NoticeException refused = assertThrows(NoticeException.class, () -> flow.index("conv9"));
            assertEquals("inside.error.layer", refused.notice().key());
        }
    }

    @Test
    void oneRecurrentBlockOfSeveralLayersIsTakenApart() {
        try (Network network = new Network(Recurrent.lstm(5, 3, false, 0.2, 1), new Shape(7, 2));
                NDManager scratch = network.manager().newSubManager()) {
            Flow flow = Flow.of(network);
            List<String> names = flow.steps().stream().map(Flow.Step::layer).toList();
            assertEquals(
                    List.of("input", "lstm.layer1", "lstm.layer2", "lstm.layer3", "last", "dropout", "head"), names);
            NDArray x = InsideNetworks.batch(scratch, 2, network.sample());
            NDArray states = network.forward(((Chain) network.block()).part("lstm"), x, false);
            assertArrayEquals(states.toFloatArray(), flow.run(x).get(3).toFloatArray(), 1e-6f);
            assertEquals(
                    List.of(5, 5, 5),
                    IntStream.of(1, 2, 3)
                            .mapToObj(i -> flow.steps()
                                    .get(i)
                                    .recurrent()
                                    .orElseThrow()
                                    .units())
                            .toList());
        }
    }
}
