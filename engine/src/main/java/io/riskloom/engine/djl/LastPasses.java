package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Stage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was worked out for the places and stages that were asked for last: two, so that two stages can stand side by side. */
final class LastPasses implements AutoCloseable {
    private static final int KEPT = 2;

    private record Key(int place, Stage stage) {}

    private final Places places;
    private final Map<Key, LastPass> passes = new LinkedHashMap<>();

    LastPasses(Places places) {
        this.places = places;
    }

    LastPass of(int place, Stage stage) throws NoticeException {
        Key key = new Key(place, stage);
        LastPass pass = passes.remove(key);
        if (pass == null) {
            float[] input = places.input(place);
            Flow flow = places.flow(stage);
            while (passes.size() >= KEPT) {
                passes.remove(passes.keySet().iterator().next()).close();
            }
            pass = new LastPass(flow, input);
        }
        passes.put(key, pass); // the last one goes last
        return pass;
    }

    @Override
    public void close() {
        passes.values().forEach(LastPass::close);
        passes.clear();
    }
}
