package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Convolution;
import io.riskloom.engine.djl.Flow.Step;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Edge;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.ReceptiveField;
import io.riskloom.engine.inside.Stage;
import java.util.ArrayList;
import java.util.List;

/** The graph of a network, with the shapes of its real answers to one input of zeros. */
final class Graphs {
    private Graphs() {}

    static NetworkGraph of(Flow flow, List<Stage> stages) {
        Shape sample = flow.networks().getFirst().sample();
        try (NDManager scratch = flow.manager().newSubManager()) {
            List<Shape> shapes = flow.run(scratch.zeros(Network.batchOf(1, sample))).stream()
                    .map(NDArray::getShape)
                    .toList();
            List<Node> nodes = new ArrayList<>();
            List<Edge> edges = new ArrayList<>();
            List<ReceptiveField> fields = new ArrayList<>();
            for (int i = 0; i < shapes.size(); i++) {
                Step step = flow.steps().get(i);
                fields.add(field(step, shapes.get(i), fields, shapes));
                nodes.add(node(step, shapes.get(i), i == 0 ? sample : shapes.get(step.from()[0]), fields.getLast()));
                for (int from : step.from()) {
                    edges.add(new Edge(from, i));
                }
            }
            return new NetworkGraph(nodes.getFirst().shape(), nodes, edges, stages);
        }
    }

    private static Node node(Step step, Shape answer, Shape input, ReceptiveField field) {
        Window window = window(step, answer, input);
        long parameters = step.weights().stream().mapToLong(NDArray::size).sum();
        return new Node(
                step.layer(),
                step.group(),
                step.kind(),
                step.axes().shown(answer),
                window.kernel(),
                window.stride(),
                window.padding(),
                window.dilation(),
                parameters,
                products(step, answer),
                field);
    }

    /** Zeros where there is none. */
    private record Window(int kernel, int stride, int padding, int dilation) {}

    private static Window window(Step step, Shape answer, Shape input) {
        return switch (step.part().orElse(null)) {
            case Convolution conv ->
                new Window(
                        last(conv.getKernelShape()),
                        last(conv.getStride()),
                        last(conv.getPadding()),
                        last(conv.getDilation()));
            case MaxPool pool -> new Window(pool.kernel(), pool.stride(), pool.padding(), 1);
            case null, default -> {
                boolean pad = step.kind().equals("pad");
                yield new Window(
                        0, 0, pad ? step.axes().columns(answer) - step.axes().columns(input) : 0, 0);
            }
        };
    }

    private static int last(Shape shape) {
        return Math.toIntExact(shape.get(shape.dimension() - 1));
    }

    private static ReceptiveField field(Step step, Shape answer, List<ReceptiveField> fields, List<Shape> shapes) {
        if (step.axes() == Axes.FLAT) {
            return null;
        }
        if (step.from().length == 0 || fields.get(step.from()[0]) == null) {
            return ReceptiveField.INPUT; // a row has become a picture or a history
        }
        int from = step.from()[0];
        ReceptiveField field = fields.get(from);
        for (int other : step.from()) {
            field = field.union(fields.get(other));
        }
        if (step.recurrent().isPresent()) {
            return field.running(
                    step.axes().columns(answer), step.recurrent().get().backwards());
        }
        Window window = window(step, answer, shapes.get(from));
        if (window.kernel() > 0) {
            return field.through(window.kernel(), window.stride(), window.padding(), window.dilation());
        }
        return field.after(window.padding());
    }

    /** Of one input. */
    private static long products(Step step, Shape answer) {
        long numbers = answer.size();
        return switch (step.kind()) {
            case "conv", "dense" -> {
                NDArray weight = step.weights().getFirst();
                yield weight.size() / weight.getShape().get(0) * numbers;
            }
            case "lstm", "gru", "rnn" -> {
                NDList weights = step.recurrent().orElseThrow().weights();
                yield (weights.get(0).size() + weights.get(1).size())
                        * step.axes().columns(answer);
            }
            case "embed" -> ((Embedded) step.part().orElseThrow()).products();
            case "steps" ->
                step.weights().stream().mapToLong(NDArray::size).sum()
                        * step.axes().columns(answer);
            default -> 0;
        };
    }
}
