package io.riskloom.engine.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.djl.PathTimes;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** The child of {@link PathBench}. */
final class PathBenchMain {

    private static final int PATHS = 10_000;
    private static final int DAYS = 252;
    private static final double START = 4567.12;

    private PathBenchMain() {}

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[2]);
        JsonObject told =
                switch (args[0]) {
                    case "draw" -> draw(args[1], rounds);
                    case "csv" -> csv(Path.of(args[1]), rounds);
                    default -> throw new IllegalArgumentException("no measurement " + args[0]);
                };
        told.add("peakMb", Json.gson().toJsonTree(Memory.peakMb()));
        System.out.println(Json.gson().toJson(told));
        System.exit(0);
    }

    private static JsonObject draw(String net, int rounds) {
        PathTimes.Times times = PathTimes.of(net, rounds);
        return told("Riskloom (" + Torch.version() + ")", times.weights(), times.numbers(), times.seconds());
    }

    /** Normal returns in blocks, as {@link PathWriting} gets them from a model; the file reaches the disk. */
    private static JsonObject csv(Path file, int rounds) throws IOException {
        double[] seconds = new double[rounds];
        long[] size = new long[2];
        PathSet block = block(PathRequest.BLOCK);
        PathSet last = block(PATHS % PathRequest.BLOCK);
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            AtomicFiles.write(file, out -> {
                PathCsv csv = new PathCsv(out, false);
                for (int i = 0; i < PATHS / PathRequest.BLOCK; i++) {
                    csv.add(block);
                }
                csv.add(last);
                size[0] = csv.written();
                size[1] = csv.paths() * DAYS;
            });
            seconds[round] = (System.nanoTime() - begun) / 1e9;
        }
        return told("Riskloom", size[0], size[1], seconds);
    }

    private static PathSet block(int paths) {
        Random random = new Random(7);
        double[][] returns = new double[paths][DAYS];
        for (double[] path : returns) {
            for (int t = 0; t < DAYS; t++) {
                path[t] = 0.01 * random.nextGaussian();
            }
        }
        return new PathSet(returns, START);
    }

    private static JsonObject told(String name, long size, long check, double... seconds) {
        JsonObject told = new JsonObject();
        told.addProperty("name", name);
        told.addProperty("size", size);
        told.addProperty("check", check);
        JsonArray each = new JsonArray();
        for (double one : seconds) {
            each.add(one);
        }
        told.add("seconds", each);
        return told;
    }
}
