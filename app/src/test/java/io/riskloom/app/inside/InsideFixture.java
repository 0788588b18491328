package io.riskloom.app.inside;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.LayerMaps.Figures;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Edge;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.ReceptiveField;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.inside.TopInputs;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Sixty trading days, a run with windows of eight of them, and an engine that looks into a network made by hand. */
final class InsideFixture {

    static final int DAYS = 60;
    static final int WINDOW = 8;

    /** Places whose input was asked for, in order. */
    final List<Integer> places = new ArrayList<>();

    /** Maps asked for, in order. */
    final List<Requests.MapsRequest> asked = new ArrayList<>();

    /** Background work that waits for {@link #work()} while {@link #held}. */
    final Deque<Runnable> waiting = new ArrayDeque<>();

    boolean held;
    RuntimeException failure;
    NetworkGraph graph = residual();
    private final Path file;
    private final PriceHistory history;

    InsideFixture(Path folder) throws Exception {
        StringBuilder csv = new StringBuilder("Date,Close\n");
        LocalDate day = LocalDate.parse("2024-01-01");
        for (int i = 0; i < DAYS; i++) {
            csv.append(day).append(',').append(100 + i % 7).append('\n');
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        file = Files.writeString(folder.resolve("prices.csv"), csv);
        history = ((Imported.Prices) CsvReader.read(file)).series().getFirst();
    }

    Path file() {
        return file;
    }

    LocalDate date(int index) {
        return history.dates().get(index);
    }

    Session session(Path folder) {
        return new Session(
                new Tasks(
                        work -> {
                            if (held) {
                                waiting.add(work);
                            } else {
                                work.run();
                            }
                        },
                        Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, events) -> engine()));
    }

    void work() {
        waiting.remove().run();
    }

    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "alive" -> true;
                        case "close" -> null;
                        case "graph" -> answer(graph);
                        case "inputs" -> answer(inputs((Requests.PlaceRequest) args[0]));
                        case "maps" -> answer(maps((Requests.MapsRequest) args[0]));
                        case "filters" -> answer(filters((Requests.FiltersRequest) args[0]));
                        case "topInputs" -> answer(top((Requests.TopRequest) args[0]));
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private <T> CompletableFuture<T> answer(T value) {
        return failure != null ? CompletableFuture.failedFuture(failure) : CompletableFuture.completedFuture(value);
    }

    private Inputs inputs(Requests.PlaceRequest request) {
        places.add(request.place());
        int day = request.place();
        return new Inputs(
                day,
                history.dates().subList(day - WINDOW + 1, day + 1),
                Arrays.copyOfRange(history.close(), day - WINDOW + 1, day + 1),
                new double[16][16],
                List.of(),
                new double[] {0.25});
    }

    /** A channel's map is its number plus a thousandth of the place in every cell, plus a hundredth of the cell's number. */
    private LayerMaps maps(Requests.MapsRequest request) {
        asked.add(request);
        Node node = node(request.layer());
        int channels = node.shape().getFirst();
        int rows = node.shape().size() == 3 ? node.shape().get(1) : 1;
        int columns = node.shape().size() == 3 ? node.shape().get(2) : 1;
        float shift = request.stage() == Stage.INITIAL ? -100 : 0;
        float[] values = new float[request.channels().length * rows * columns];
        for (int i = 0; i < values.length; i++) {
            int channel = request.channels()[i / (rows * columns)];
            values[i] = shift + value(channel) + request.place() / 1000f + i % (rows * columns) / 100f;
        }
        List<Figures> figures = IntStream.range(0, channels)
                .mapToObj(channel -> {
                    float least = shift + value(channel) + request.place() / 1000f;
                    float span = (rows * columns - 1) / 100f;
                    return new Figures(least + span / 2, least, least + span);
                })
                .toList();
        return new LayerMaps(request.layer(), request.stage(), rows, columns, figures, request.channels(), values);
    }

    /** Neither ascending nor descending: 0, 3, 1, 4, 2, 5, … */
    private static float value(int channel) {
        return channel % 2 == 0 ? channel / 2f : 3 + channel / 2f;
    }

    private Filters filters(Requests.FiltersRequest request) {
        Node node = node(request.layer());
        float[] values = new float[request.channels().length * 3 * 9];
        for (int i = 0; i < values.length; i++) {
            values[i] = request.channels()[i / 27] + (i % 27 - 13) / 10f;
        }
        return new Filters(
                request.layer(), request.stage(), node.shape().getFirst(), 3, 3, 3, request.channels(), values);
    }

    private TopInputs top(Requests.TopRequest request) {
        List<TopInputs.Top> top = IntStream.of(20, 40)
                .mapToObj(place -> new TopInputs.Top(place, date(place), 100 - place, 0, 0))
                .toList();
        return new TopInputs(request.layer(), request.channel(), 53, 53, top);
    }

    private Node node(String layer) {
        return graph.nodes().stream()
                .filter(node -> node.layer().equals(layer))
                .findFirst()
                .orElseThrow();
    }

    /** A convolution of 3 channels, a residual block of 70 with a projection, an answer of 2 numbers. */
    static NetworkGraph residual() {
        ReceptiveField stem = ReceptiveField.INPUT.through(3, 2, 1, 1);
        ReceptiveField wide = stem.through(3, 2, 1, 1);
        List<Node> nodes = List.of(
                new Node("input", "", "input", List.of(1, 16, 16), 0, 0, 0, 0, 0, 0, ReceptiveField.INPUT),
                new Node("stem.conv", "", "conv", List.of(3, 8, 8), 3, 2, 1, 1, 27, 1728, stem),
                new Node("block1.main.conv", "block1", "conv", List.of(70, 4, 4), 3, 2, 1, 1, 1890, 30240, wide),
                new Node("block1.main.norm", "block1", "norm", List.of(70, 4, 4), 0, 0, 0, 0, 140, 0, wide),
                new Node("block1.side.conv", "block1", "conv", List.of(70, 4, 4), 1, 2, 0, 1, 210, 3360, stem),
                new Node("block1.add", "block1", "add", List.of(70, 4, 4), 0, 0, 0, 0, 0, 0, wide),
                new Node("head", "", "dense", List.of(2), 0, 0, 0, 0, 2242, 2240, null));
        int[][] edges = {{0, 1}, {1, 2}, {2, 3}, {1, 4}, {3, 5}, {4, 5}, {5, 6}};
        return new NetworkGraph(
                List.of(1, 16, 16),
                nodes,
                Arrays.stream(edges).map(edge -> new Edge(edge[0], edge[1])).toList(),
                List.of(Stage.INITIAL, Stage.TRAINED));
    }

    /** Tested on the days 40 to 49, five days ahead. */
    Run run(String id, int minute, Object... settings) throws Exception {
        ClassifySpec spec = Specs.defaults(ClassifySpec.class, file.toString());
        for (int i = 0; i < settings.length; i += 2) {
            spec = Specs.with(spec, (String) settings[i], settings[i + 1]);
        }
        spec = Specs.with(spec, "window", WINDOW);
        return ResultFixtures.run(
                id, minute, spec, CsvReader.read(file).source().sha256(), evaluation());
    }

    private Evaluation evaluation() {
        return new Evaluation(
                Map.of(Metric.ACCURACY, 0.521, Metric.AUC, 0.508, Metric.BRIER, 0.2507),
                Map.of(Metric.ACCURACY, new Interval(0.472, 0.57)),
                List.of(new ChallengerScore("majority", Map.of(Metric.ACCURACY, 0.53))),
                Notice.of("common.error.busy", "x"),
                0,
                List.of(),
                new Details.OfClassify(
                        history.dates().subList(40, 50), new double[10], new boolean[10], null, null, null, null));
    }
}
