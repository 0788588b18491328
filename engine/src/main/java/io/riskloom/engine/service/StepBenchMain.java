package io.riskloom.engine.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.engine.djl.StepProfile;
import io.riskloom.engine.djl.StepTimes;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** The child of {@link StepBench}. */
final class StepBenchMain {
    private StepBenchMain() {}

    public static void main(String[] args) throws IOException {
        JsonObject told =
                switch (args[0]) {
                    case "times" -> times(args);
                    case "profile" -> profile(args[1], Integer.parseInt(args[2]));
                    default -> throw new IllegalArgumentException("no measurement " + args[0]);
                };
        System.out.println(Json.gson().toJson(told));
        System.exit(0);
    }

    private static JsonObject times(String[] args) {
        StepTimes.Length length = new StepTimes.Length(Double.parseDouble(args[2]), Integer.parseInt(args[3]));
        AtomicLong half = new AtomicLong();
        StepTimes.Times times =
                StepTimes.of(args[1], length, Integer.parseInt(args[4]), () -> half.set(Memory.nowMb()));
        JsonObject told = new JsonObject();
        told.addProperty("name", "Riskloom (" + Torch.version() + ")");
        told.addProperty("size", times.weights());
        told.addProperty("check", times.rows());
        JsonArray seconds = new JsonArray();
        for (double millis : times.roundMillis()) {
            seconds.add(millis / 1e3);
        }
        told.add("seconds", seconds);
        told.add("peakMb", Json.gson().toJsonTree(Memory.peakMb()));
        told.addProperty("steps", times.steps());
        told.addProperty("cpuMillis", times.cpuMillis());
        told.addProperty("growthMb", Memory.nowMb() - half.get());
        return told;
    }

    private static JsonObject profile(String net, int steps) throws IOException {
        StepProfile profile = StepTimes.profile(net, steps);
        JsonObject parts = new JsonObject();
        for (StepProfile.Part part : StepProfile.Part.values()) {
            parts.addProperty(
                    part.name().toLowerCase(Locale.ROOT), profile.parts().get(part));
        }
        JsonObject told = new JsonObject();
        told.addProperty("net", net);
        told.addProperty("threads", Torch.threads());
        told.add("parts", parts);
        told.add("heaviest", Json.gson().toJsonTree(profile.heaviest()));
        return told;
    }
}
