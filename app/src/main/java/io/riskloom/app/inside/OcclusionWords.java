package io.riskloom.app.inside;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.model.Run;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers with a part of the input covered, in words. */
final class OcclusionWords {

    private final Texts texts;

    OcclusionWords(Texts texts) {
        this.texts = texts;
    }

    /** The answer with a part covered, and which part that is. */
    String live(OcclusionModel.Live live) {
        Run run = live.seen().run();
        if (live.patch() == null || Double.isNaN(live.whole())) {
            return Double.isNaN(live.whole())
                    ? ""
                    : texts.get(
                            "inside.occlusion.whole",
                            texts.get("inside.occlusion.answer." + run.spec().task()),
                            ActivationWords.answer(run, live.whole()));
        }
        return texts.get(
                "inside.occlusion.live",
                texts.get("inside.occlusion.answer." + run.spec().task()),
                ActivationWords.answer(run, live.whole()),
                Double.isNaN(live.covered()) ? "…" : ActivationWords.answer(run, live.covered()),
                Double.isNaN(live.covered()) ? "…" : difference(run, live.covered() - live.whole()));
    }

    /** Which days, and which feature or prices, a part of the input stands for. */
    String part(Subject subject, OcclusionModel.Live live) {
        Patch patch = live.patch();
        Inputs inputs = live.seen().inputs();
        if (patch == null) {
            return "";
        }
        if (Evidence.kind(inputs) == Evidence.Kind.DAYS) {
            return texts.get(
                    "inside.occlusion.part.days",
                    SightNames.span(inputs.dates(), patch.row(), patch.row() + patch.high() - 1),
                    inputs.columns().get(patch.column()));
        }
        if (Evidence.kind(inputs) == Evidence.Kind.APPLICANT) {
            return texts.get("inside.occlusion.part.inputs", inputs(inputs, patch));
        }
        PixelDays pixels = Evidence.pixels(live.seen());
        String across = SightNames.span(
                inputs.dates(), pixels.first(patch.column()), pixels.last(patch.column() + patch.wide() - 1));
        if (pixels.bars()) {
            return texts.get("inside.occlusion.part.bars", across, prices(subject, live));
        }
        String down =
                SightNames.span(inputs.dates(), pixels.first(patch.row()), pixels.last(patch.row() + patch.high() - 1));
        return texts.get("inside.occlusion.part.pairs", down, across);
    }

    /** The names of an applicant's inputs that lie under a part of his picture. */
    private String inputs(Inputs inputs, Patch patch) {
        int side = inputs.picture()[0].length;
        return IntStream.range(0, inputs.pixels().size())
                .filter(at -> patch.covers(at / side, at % side))
                .mapToObj(inputs.pixels()::get)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(texts.get("inside.activation.and")));
    }

    private String prices(Subject subject, OcclusionModel.Live live) {
        WindowImages.PriceRows rows = Evidence.priceRows(subject, live.seen());
        Patch patch = live.patch();
        if (rows == null || patch.row() >= rows.prices()) {
            return texts.get("inside.occlusion.volume");
        }
        double step = (rows.high() - rows.low()) / rows.prices();
        int last = Math.min(rows.prices(), patch.row() + patch.high());
        double low = rows.high() - last * step;
        double high = rows.high() - patch.row() * step;
        int digits = high < 1 ? 6 : high < 10 ? 4 : 2;
        return Formats.number(low, digits) + " – " + Formats.number(high, digits);
    }

    /** A difference of two answers: percentage points with their sign, or a number. */
    private String difference(Run run, double value) {
        String sign = value > 0 ? "+" : "";
        return ActivationWords.probability(run)
                ? texts.get("inside.occlusion.points", sign + Formats.number(100 * value, 1))
                : sign + Formats.compact(value);
    }
}
