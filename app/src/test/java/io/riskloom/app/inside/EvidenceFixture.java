package io.riskloom.app.inside;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.inside.ReceptiveField;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sixty days of bars, networks made by hand that look at windows of eight of them, and an engine that answers for them. */
final class EvidenceFixture {

    static final int DAYS = 60;
    static final int WINDOW = 8;
    /** Pixels a side of a Gramian field. */
    static final int SIDE = 16;

    /** Requests in the order in which they came. */
    final List<Object> asked = new ArrayList<>();

    /** Background work that waits for {@link #work()} while {@link #held}. */
    final Deque<Runnable> waiting = new ArrayDeque<>();

    /** What else the engine answers than by default, by the method's name. */
    final Map<String, Function<Object, Object>> answers = new HashMap<>();

    boolean held;
    private final boolean recurrent;
    private final ClassifySpec spec;
    private final PriceHistory history;
    private final String sha;

    private EvidenceFixture(Path folder, boolean recurrent, Object... settings) throws Exception {
        this.recurrent = recurrent;
        StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        for (int i = 0; i < DAYS; i++) {
            double close = 100 + 5 * Math.sin(i / 4.0) + 0.1 * i;
            double open = i == 0 ? close : 100 + 5 * Math.sin((i - 1) / 4.0) + 0.1 * (i - 1);
            csv.append(LocalDate.parse("2024-01-01").plusDays(i))
                    .append(String.format(
                            Locale.ROOT,
                            ",%.2f,%.2f,%.2f,%.2f,%d%n",
                            open,
                            Math.max(open, close) + 0.5,
                            Math.min(open, close) - 0.5,
                            close,
                            1000 + 100 * (i % 5)));
        }
        Path file = Files.writeString(folder.resolve("bars.csv"), csv);
        history = ((Imported.Prices) CsvReader.read(file)).series().getFirst();
        sha = CsvReader.read(file).source().sha256();
        ClassifySpec made = Specs.defaults(ClassifySpec.class, file.toString());
        for (int i = 0; i < settings.length; i += 2) {
            made = Specs.with(made, (String) settings[i], settings[i + 1]);
        }
        spec = Specs.with(made, "window", WINDOW);
    }

    /** A network that reads charts of bars. */
    static EvidenceFixture bars(Path folder) throws Exception {
        return new EvidenceFixture(folder, false, "model", "cnn", "encoding", "bars");
    }

    /** A network that reads Gramian fields. */
    static EvidenceFixture fields(Path folder) throws Exception {
        return new EvidenceFixture(folder, false, "model", "cnn", "encoding", "gasf");
    }

    /** An LSTM over days × two features. */
    static EvidenceFixture series(Path folder) throws Exception {
        return new EvidenceFixture(folder, true, "model", "lstm");
    }

    LocalDate date(int index) {
        return history.dates().get(index);
    }

    Session session(Path folder) {
        Tasks tasks = new Tasks(
                work -> {
                    if (held) {
                        waiting.add(work);
                    } else {
                        work.run();
                    }
                },
                Runnable::run);
        return new Session(tasks, Project.open(folder.resolve("project")), new EngineHost((o, events) -> engine()));
    }

    /** A run of the network, looked at. */
    Looked looked(Session session, Texts texts) {
        Looked looked = new Looked(session, texts);
        looked.shown();
        ResultFixtures.add(session, run());
        return looked;
    }

    void work() {
        waiting.remove().run();
    }

    /** Requests of a kind in the order in which they came. */
    <R> List<R> asked(Class<R> kind) {
        return asked.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Run run() {
        Evaluation evaluation = new Evaluation(
                Map.of(Metric.ACCURACY, 0.52),
                Map.of(),
                List.of(),
                Notice.of("common.error.busy", "x"),
                0,
                List.of(),
                new Details.OfClassify(
                        history.dates().subList(40, 50), new double[10], new boolean[10], null, null, null, null));
        return ResultFixtures.run("r1", 1, spec, sha, evaluation);
    }

    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "alive" -> true;
                        case "close" -> null;
                        default -> answer(method.getName(), args[0]);
                    };
                });
    }

    private CompletableFuture<Object> answer(String method, Object request) {
        asked.add(request);
        try {
            Object answer = answers.containsKey(method) ? answers.get(method).apply(request) : usual(request);
            return answer instanceof CompletableFuture<?> later
                    ? later.thenApply(Object.class::cast)
                    : CompletableFuture.completedFuture(answer);
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private Object usual(Object request) {
        return switch (request) {
            case Requests.InsideRequest r -> graph();
            case Requests.PlaceRequest r -> inputs(r.place());
            case Requests.AttributionRequest r -> attribution(r);
            case Requests.CoveredRequest r -> r.size() == 0 ? 0.6 : 0.6 - 0.01 * r.row() - 0.001 * r.column();
            case Requests.OcclusionRequest r -> occlusion(r);
            case Requests.MapsRequest r -> gates(r.place(), r.layer());
            default -> throw new UnsupportedOperationException(request.toString());
        };
    }

    private NetworkGraph graph() {
        List<Node> nodes = recurrent
                ? List.of(
                        node("input", "", "input", 8, 2),
                        node("lstm.layer1", "lstm", "lstm", 8, 3),
                        node("lstm.layer2", "lstm", "lstm", 8, 3),
                        node("head", "", "dense", 1))
                : List.of(
                        node("input", "", "input", 1, 16, 16),
                        node("block1.conv", "block1", "conv", 4, 16, 16),
                        node("block1.relu", "block1", "relu", 4, 16, 16),
                        node("block2.conv", "block2", "conv", 8, 8, 8),
                        node("average", "", "average", 8),
                        node("head", "", "dense", 1));
        List<NetworkGraph.Edge> edges = IntStream.range(1, nodes.size())
                .mapToObj(i -> new NetworkGraph.Edge(i - 1, i))
                .toList();
        return new NetworkGraph(nodes.getFirst().shape(), nodes, edges, List.of(Stage.TRAINED, Stage.INITIAL));
    }

    private static Node node(String layer, String group, String kind, Integer... shape) {
        return new Node(layer, group, kind, List.of(shape), 3, 1, 1, 1, 10, 100, ReceptiveField.INPUT);
    }

    Inputs inputs(int place) {
        List<LocalDate> dates = history.dates().subList(place - WINDOW + 1, place + 1);
        double[] closes = Arrays.copyOfRange(history.close(), place - WINDOW + 1, place + 1);
        double[] answer = {0.6};
        if (recurrent) {
            double[][] cells = new double[WINDOW][];
            Arrays.setAll(cells, t -> new double[] {Math.sin(t + place), t - 3.5});
            return new Inputs(place, dates, closes, cells, List.of("return", "range"), answer);
        }
        try {
            double[][] image =
                    WindowImages.of(history, WINDOW, SIDE, spec.encoding()).image(place);
            return new Inputs(place, dates, closes, image, List.of(), answer);
        } catch (NoticeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One strong cell: the first of a trained network, the last of one with weights drawn anew. */
    private Attribution attribution(Requests.AttributionRequest r) {
        double[][] like = inputs(r.place()).cells();
        double[][] cells = new double[like.length][like[0].length];
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                double size = cells.length * cells[i].length;
                double at = (i * cells[i].length + j) / size;
                cells[i][j] = r.randomised() ? at : 1 - at;
            }
        }
        boolean gradients = r.method().equals(Methods.GRADIENTS);
        String layer = gradients ? "" : r.layer().isEmpty() ? "block2.conv" : r.layer();
        double sum = Arrays.stream(cells).flatMapToDouble(Arrays::stream).sum();
        return new Attribution(
                r.method(),
                layer,
                r.stage(),
                r.randomised(),
                cells,
                gradients ? sum + 0.75 : 0.4,
                gradients ? 0.25 : 0,
                gradients ? 0.5 : 0,
                new double[0],
                List.of(),
                new double[0][]);
    }

    private Occlusion occlusion(Requests.OcclusionRequest r) {
        double[][] like = inputs(r.place()).cells();
        int rows = Math.ceilDiv(like.length, r.step());
        int columns = recurrent ? like[0].length : Math.ceilDiv(like[0].length, r.step());
        double[][] answers = new double[rows][columns];
        for (double[] row : answers) {
            Arrays.fill(row, 0.6);
        }
        answers[0][0] = 0.2;
        return new Occlusion(r.size(), r.step(), answers, 0.6);
    }

    /** A unit that forgets half, one that keeps all, one that lives. */
    private Gates gates(int place, String layer) {
        List<Gates.Series> series = List.of(
                series("input", 0.5, 0, 0.9),
                series("forget", 0.5, 1, 0.8),
                series("candidate", 0, 0.1, -0.9),
                series("output", 0.2, 0.3, 1),
                series("cell", 0.1, -0.2, 2),
                series("state", 0.05, -0.1, 0.9));
        double[][] cells = new double[WINDOW][];
        Arrays.setAll(cells, t -> new double[] {t, -1});
        double[] lags = IntStream.range(0, WINDOW).mapToDouble(t -> t - 1).toArray();
        return new Gates(layer, "lstm", inputs(place).dates(), series, lags, cells, List.of("return", "range"));
    }

    /** Two units that stay as they are and one that grows from nothing to its value. */
    private static Gates.Series series(String name, double first, double second, double third) {
        double[][] values = new double[WINDOW][];
        Arrays.setAll(values, t -> new double[] {first, second, third * (t + 1) / WINDOW});
        return new Gates.Series(name, values);
    }

    static Faithfulness faithfulness() {
        double[] shares = {0, 0.5, 1};
        return new Faithfulness(
                shares,
                new double[] {0.6, 0.3, 0.3},
                new double[] {0.3, 0.6, 0.6},
                new double[] {0.6, 0.45, 0.3},
                new double[] {0.3, 0.45, 0.6},
                0.375,
                0.525,
                0.45,
                0.45,
                0.12);
    }
}
