package io.riskloom.app.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.util.List;
import java.util.Objects;

/** The cut made last: folds of a large table take a second, and most settings do not change them. */
final class SplitMemory {

    /** Settings that decide on a cut. */
    private static final List<String> SETTINGS = List.of(
            "task",
            "series",
            "target",
            "groups",
            "seed",
            "window",
            "horizon",
            "stride",
            "model",
            "criticSteps",
            "validationShare",
            "testShare",
            "scheme",
            "folds",
            "fold",
            "embargo",
            "repeats");

    private Imported data;
    private List<JsonElement> settings = List.of();
    private SplitPlan plan;
    private Notice refusal;

    /** As {@link SplitPlan#of}; a refusal is kept as well. */
    SplitPlan of(RunSpec spec, Imported asked) throws NoticeException {
        JsonObject json = Specs.toJson(spec);
        List<JsonElement> now =
                SETTINGS.stream().map(json::get).filter(Objects::nonNull).toList();
        if (data == null || data != asked || !settings.equals(now)) {
            cut(spec, asked);
            data = asked;
            settings = now;
        }
        if (refusal != null) {
            throw new NoticeException(refusal);
        }
        return plan;
    }

    private void cut(RunSpec spec, Imported asked) {
        data = null; // what is kept is no longer there, even where the cut breaks off
        plan = null;
        refusal = null;
        try {
            plan = SplitPlan.of(spec, asked);
        } catch (NoticeException e) {
            refusal = e.notice();
        }
    }
}
