package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.service.VerdictBench;
import io.riskloom.engine.stats.Proportion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom bench verdicts}: how often a verdict claims what cannot be. */
@Command(
        name = "verdicts",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a small LSTM on simulated random walks of 500 days (steps normal, 1%% a day), which nobody can forecast, and "
                    + "counts the verdicts 'better than the last value': false alarms, of which there should be at most 5%%. A "
                    + "hundred walks take about a minute.",
            "JSON: alarms of walks, worse (the verdict 'worse'), rate with its 95%% interval, horizon, and the claims: walk (its "
                    + "number and seed), good (1 better, 0 no better, -1 worse), relMae, pValue."
        })
final class BenchVerdictsCommand implements Callable<Integer> {

    private static final int MOST_WALKS = 10_000;
    private static final int A_PROCESS = 10;

    @Mixin
    private Common common;

    @Option(
            names = "--walks",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many walks; their seeds are 1…N.")
    private int walks;

    @Option(names = "--horizon", paramLabel = "DAYS", defaultValue = "5", description = "Days ahead, 1 to 20.")
    private int horizon;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        common.usage().range("--walks", walks, 1, MOST_WALKS);
        common.usage().range("--horizon", horizon, 1, 20);
        JsonArray claims = TrialFolder.with(this::claims);
        int alarms = count(claims, 1);
        Proportion rate = Proportion.wilson(alarms, walks);
        if (json) {
            Common.print(json(claims, rate));
        } else {
            System.out.println(common.texts.get(
                    "cli.bench.alarms",
                    alarms,
                    walks,
                    percent(rate.value()),
                    percent(rate.low()),
                    percent(rate.high()),
                    count(claims, -1)));
        }
        return 0;
    }

    private JsonArray claims(Path folder) throws NoticeException, IOException, InterruptedException {
        TrialProcess process = new TrialProcess(folder);
        JsonArray claims = new JsonArray();
        for (int first = 1; first <= walks; first += A_PROCESS) {
            int last = Math.min(walks, first + A_PROCESS - 1);
            claims.addAll(process.run(
                    VerdictBench.claims(first, last, horizon, folder), told -> told.getAsJsonArray("claims")));
            System.err.println(common.texts.get("cli.bench.walks", last, walks, count(claims, 1)));
        }
        return claims;
    }

    private static int count(JsonArray claims, int good) {
        int count = 0;
        for (JsonElement claim : claims) {
            count += claim.getAsJsonObject().get("good").getAsInt() == good ? 1 : 0;
        }
        return count;
    }

    private JsonObject json(JsonArray claims, Proportion rate) {
        JsonObject json = new JsonObject();
        json.addProperty("machine", Machine.describe());
        json.addProperty("walks", walks);
        json.addProperty("days", VerdictBench.DAYS);
        json.addProperty("horizon", horizon);
        json.addProperty("alarms", rate.successes());
        json.addProperty("worse", count(claims, -1));
        json.addProperty("rate", rate.value());
        JsonArray interval = new JsonArray();
        interval.add(rate.low());
        interval.add(rate.high());
        json.add("interval", interval);
        json.add("claims", claims);
        return json;
    }

    private static String percent(double share) {
        return Formats.number(100 * share, 1);
    }
}
