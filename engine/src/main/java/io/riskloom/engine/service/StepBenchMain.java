package io.riskloom.engine.service;

import com.google.gson.Gson;
import io.riskloom.engine.djl.StepTimes;
import io.riskloom.engine.djl.Torch;
import java.util.Arrays;

/** The child of {@link StepBench}: seconds, rounds and nets as arguments, one JSON object a net on standard output. */
final class StepBenchMain {
    private StepBenchMain() {}

    public static void main(String[] args) {
        double seconds = Double.parseDouble(args[0]);
        int rounds = Integer.parseInt(args[1]);
        for (String net : Arrays.asList(args).subList(2, args.length)) {
            long before = Memory.residentMb();
            StepTimes.Times times = StepTimes.of(net, seconds, rounds);
            System.out.println(new Gson()
                    .toJson(new StepBench.Row(
                            net,
                            Torch.version(),
                            Torch.threads(),
                            times.steps(),
                            times.medianMillis(),
                            times.leastMillis(),
                            times.cpuMillis(),
                            before,
                            Memory.residentMb())));
        }
        System.exit(0);
    }
}
