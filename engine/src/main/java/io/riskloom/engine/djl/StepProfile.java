package io.riskloom.engine.djl;

import ai.djl.pytorch.jni.JniUtils;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Where the time of a training step goes, by the native library's own profiler, which notes begin and end of every
 * operator; on the processor an operator has ended when its call returns. It adds about a microsecond to each.
 *
 * @param parts    milliseconds of a step in each part; together the whole step
 * @param heaviest operators with the most time of their own, the heaviest first
 */
public record StepProfile(Map<Part, Double> parts, List<Operator> heaviest) {

    private static final int NAMED = 8;
    /** Begins the name of all that an automatic derivative runs. */
    private static final String DERIVATIVE = "autograd::engine";
    /** Methods of {@link Ops} that move weights, whose derivatives count as {@link Part#BACKWARD}. */
    private static final Set<String> MOVES = Set.of("adam", "sgd");
    /** Operators that cut a batch out of the data and put its rows in order. */
    private static final Set<String> CUTS =
            Set.of("aten::index", "aten::slice", "aten::select", "aten::split_with_sizes", "aten::narrow");

    /** What a step does; {@code OTHER} is between the operators: Java, calls of the native library, its memory. */
    public enum Part {
        DATA,
        FORWARD,
        BACKWARD,
        OPTIMISER,
        OTHER
    }

    /** @param millis of a step, less those of the operators that it calls */
    public record Operator(String name, double millis) {}

    /** One operator as the profiler notes it, in microseconds. */
    record Event(String name, double begin, double length) {
        double end() {
            return begin + length;
        }
    }

    public StepProfile {
        parts = Map.copyOf(parts);
        heaviest = List.copyOf(heaviest);
    }

    /** @param step is called with 0, 1, … while the profiler runs */
    static StepProfile of(int steps, IntConsumer step) throws IOException {
        Path file = Files.createTempFile("riskloom-profile", ".json");
        try {
            JniUtils.startProfile(false, false, false);
            long begun = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                step.accept(i);
            }
            double wall = (System.nanoTime() - begun) / 1e3;
            JniUtils.stopProfile(file.toString());
            return of(read(file), steps, wall);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<Event> read(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(file)) {
            for (JsonElement element : JsonParser.parseReader(in).getAsJsonArray()) {
                JsonObject o = element.getAsJsonObject();
                if (o.get("ph").getAsString().equals("X")) {
                    events.add(new Event(
                            o.get("name").getAsString(),
                            o.get("ts").getAsDouble(),
                            o.get("dur").getAsDouble()));
                }
            }
        }
        return events;
    }

    /**
     * @param events of one thread, of so many steps
     * @param wall   microseconds that the steps took together
     */
    static StepProfile of(List<Event> events, int steps, double wall) {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingDouble(Event::begin).thenComparing(e -> -e.length()));
        Map<String, Double> own = new HashMap<>();
        Map<Part, Double> parts = new HashMap<>();
        Deque<Event> open = new ArrayDeque<>();
        Deque<Part> within = new ArrayDeque<>();
        double inside = 0;
        for (Event event : sorted) {
            while (!open.isEmpty() && open.peek().end() <= event.begin()) {
                open.pop();
                within.pop();
            }
            Part part = part(event.name(), within.peek());
            own.merge(event.name(), event.length(), Double::sum);
            parts.merge(part, event.length(), Double::sum);
            if (open.isEmpty()) {
                inside += event.length();
            } else {
                own.merge(open.peek().name(), -event.length(), Double::sum);
                parts.merge(within.peek(), -event.length(), Double::sum);
            }
            open.push(event);
            within.push(part);
        }
        parts.put(Part.OTHER, wall - inside);
        Map<Part, Double> millis = new HashMap<>();
        for (Part part : Part.values()) {
            millis.put(part, parts.getOrDefault(part, 0.0) / 1e3 / steps);
        }
        List<Operator> heaviest = own.entrySet().stream()
                .map(e -> new Operator(e.getKey(), e.getValue() / 1e3 / steps))
                .sorted(Comparator.comparingDouble(Operator::millis).reversed())
                .limit(NAMED)
                .toList();
        return new StepProfile(millis, heaviest);
    }

    /** @param parent part of the operator that called this one; null for none */
    private static Part part(String name, Part parent) {
        if (name.startsWith(DERIVATIVE)) {
            return Part.BACKWARD;
        }
        if (parent != null) {
            return parent;
        }
        if (MOVES.contains(name)) {
            return Part.OPTIMISER;
        }
        return CUTS.contains(name) ? Part.DATA : Part.FORWARD;
    }
}
