package io.riskloom.engine.service;

import com.google.gson.JsonObject;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.run.RandomWalks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The child of {@link VerdictBench}. */
final class VerdictBenchMain {
    private VerdictBenchMain() {}

    public static void main(String[] args) throws NoticeException, IOException {
        Torch.choose("cpu");
        int horizon = Integer.parseInt(args[2]);
        List<RandomWalks.Claim> claims = new ArrayList<>();
        for (int walk = Integer.parseInt(args[0]); walk <= Integer.parseInt(args[1]); walk++) {
            claims.add(RandomWalks.claim(walk, horizon, Path.of(args[3])));
        }
        JsonObject told = new JsonObject();
        told.add("claims", Json.gson().toJsonTree(claims));
        System.out.println(Json.gson().toJson(told));
        System.exit(0);
    }
}
