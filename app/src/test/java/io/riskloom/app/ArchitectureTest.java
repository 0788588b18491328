package io.riskloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md, read off the compiled classes with jdeps. */
class ArchitectureTest {

    private static final String ENGINE = "io.riskloom.engine.";
    private static final String APP = "io.riskloom.app.";

    /** Each may import only those before it: data flows one way. */
    private static final List<String> ENGINE_ORDER = List.of(
            "data",
            "stats",
            "quality",
            "feature",
            "model",
            "challenger",
            "judge",
            "explain",
            "inside",
            "lesson",
            "djl",
            "run",
            "store",
            "service",
            "report");

    /** What the features stand on, bottom first. */
    private static final List<String> APP_ORDER = List.of("text", "task", "session", "chart", "control", "result");

    private static final Set<String> FEATURES =
            Set.of("data", "train", "forecast", "credit", "generate", "inside", "playground", "runs");

    private static final Pattern EDGE = Pattern.compile("(?m)^ +(\\S+) +-> +(\\S+)");

    private record Edge(String from, String to) {}

    private static List<Edge> edges;

    @BeforeAll
    static void readTheClasses() throws Exception {
        edges = new ArrayList<>();
        edges.addAll(jdeps(location("io.riskloom.engine.data.Notice")));
        edges.addAll(jdeps(location("io.riskloom.app.Launcher")));
        assertTrue(edges.size() > 1000, "jdeps found only " + edges.size() + " dependencies");
    }

    @Test
    void enginePackagesImportOnlyThoseBeforeThem() {
        refuse("data flows one way", e -> {
            int from = rank(ENGINE_ORDER, ENGINE, e.from());
            int to = rank(ENGINE_ORDER, ENGINE, e.to());
            return from >= 0 && to > from;
        });
    }

    @Test
    void theEngineKnowsNoScreen() {
        refuse(
                "the engine runs without JavaFX",
                e -> e.from().startsWith(ENGINE) && (e.to().startsWith("javafx.") || e.to().startsWith(APP)));
    }

    @Test
    void onlyDjlSeesDjl() {
        refuse(
                "no NDArray leaves djl",
                e -> e.to().startsWith("ai.djl.") && !e.from().startsWith(ENGINE + "djl."));
    }

    @Test
    void onlyDataSeesTablesaw() {
        refuse(
                "no Tablesaw column leaves data",
                e -> e.to().startsWith("tech.tablesaw.") && !e.from().startsWith(ENGINE + "data."));
    }

    @Test
    void onlyFeatureSeesTa4j() {
        refuse(
                "indicators enter as arrays of days, and none computed from later days slips in elsewhere",
                e -> e.to().startsWith("org.ta4j.") && !e.from().startsWith(ENGINE + "feature."));
    }

    @Test
    void onlyChallengerSeesXgboost() {
        refuse(
                "a judge knows plain models by their answers alone",
                e -> e.to().startsWith("ml.dmlc.") && !e.from().startsWith(ENGINE + "challenger."));
    }

    @Test
    void onlyTheStoreSpeaksSql() {
        refuse(
                "runs are kept in one place",
                e -> e.to().startsWith("java.sql.") && !e.from().startsWith(ENGINE + "store."));
    }

    @Test
    void onlyTheServiceSpeaksJsonRpc() {
        refuse(
                "one wire",
                e -> e.to().startsWith("org.eclipse.lsp4j.") && !e.from().startsWith(ENGINE + "service."));
    }

    @Test
    void featuresNeverImportEachOther() {
        refuse("features never import each other", e -> {
            String from = part(APP, e.from());
            String to = part(APP, e.to());
            return FEATURES.contains(from) && FEATURES.contains(to) && !from.equals(to);
        });
    }

    @Test
    void sharedAppPackagesImportOnlyThoseBeforeThem() {
        refuse("packages import one way", e -> {
            int from = rank(APP_ORDER, APP, e.from());
            String to = part(APP, e.to());
            boolean above = FEATURES.contains(to) || Set.of("frame", "cli").contains(to);
            return from >= 0 && (above || rank(APP_ORDER, APP, e.to()) > from);
        });
    }

    @Test
    void viewModelsKnowNoScene() {
        refuse(
                "view models are tested without a toolkit",
                e -> e.from().replaceAll("\\$.*", "").endsWith("ViewModel") && e.to().startsWith("javafx.scene."));
    }

    @Test
    void theCommandLineNeedsNoToolkit() {
        refuse(
                "commands run without a display",
                e -> e.from().startsWith(APP + "cli.")
                        && (e.to().startsWith("javafx.scene.") || e.to().startsWith("javafx.application.")));
    }

    @Test
    void onlyTaskCallsRunLater() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> callers = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> read(f).contains("Platform.runLater"))
                    .map(f -> f.getParent().getFileName() + "/" + f.getFileName())
                    .filter(f -> !f.startsWith("task/"))
                    .sorted()
                    .toList();
            assertEquals(List.of(), callers, "task is the one place that calls Platform.runLater");
        }
    }

    private static void refuse(String reason, Predicate<Edge> rule) {
        List<Edge> broken = edges.stream().filter(rule).distinct().limit(12).toList();
        assertEquals(List.of(), broken, reason);
    }

    private static int rank(List<String> order, String root, String type) {
        return order.indexOf(part(root, type));
    }

    /** The package right below {@code root}, empty for another root or for the root itself. */
    private static String part(String root, String type) {
        if (!type.startsWith(root)) {
            return "";
        }
        String rest = type.substring(root.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
    }

    private static List<Edge> jdeps(Path classes) {
        StringWriter out = new StringWriter();
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "--ignore-missing-deps",
                        "--multi-release",
                        "25",
                        "-verbose:class",
                        "-filter:none",
                        classes.toString());
        assertEquals(0, code, out.toString());
        List<Edge> found = new ArrayList<>();
        Matcher edge = EDGE.matcher(out.toString());
        while (edge.find()) {
            found.add(new Edge(edge.group(1), edge.group(2)));
        }
        return found;
    }

    private static Path location(String type) throws ClassNotFoundException, URISyntaxException {
        return Path.of(Class.forName(type, false, ArchitectureTest.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
