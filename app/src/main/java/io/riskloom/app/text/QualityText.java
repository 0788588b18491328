package io.riskloom.app.text;

import io.riskloom.engine.quality.Finding;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Step;
import java.util.Locale;

/** Findings and corrections as sentences. A series is named only where the file holds several. */
public final class QualityText {

    private QualityText() {}

    /** @param several whether the file holds more than one series */
    public static String of(Finding finding, boolean several, Texts texts) {
        String words = texts.of(finding.notice());
        boolean named =
                several && !finding.series().isEmpty() && finding.column().isEmpty();
        return named ? texts.get("quality.named", finding.series(), words) : words;
    }

    /** @param several whether the file holds more than one series */
    public static String of(Step step, boolean several, Texts texts) {
        String check = texts.get("quality.check." + lower(step.check()));
        String words = texts.get("quality.step." + lower(step.fix()), value(step, texts), check);
        if (!step.series().isEmpty()) {
            return several ? texts.get("quality.named", step.series(), words) : words;
        }
        String place = step.column().isEmpty() ? texts.get("quality.step.everywhere") : step.column();
        return texts.get("quality.named", place, words);
    }

    /** A split's day and ratio as {@code 2019-02-26, 4:1}; any other value as it is. */
    private static String value(Step step, Texts texts) {
        String[] parts = step.value().split(" ", 2);
        if (step.fix() != Fix.ADJUST || parts.length < 2) {
            return step.value();
        }
        return texts.get("quality.step.adjusted", parts[0], parts[1].contains(":") ? parts[1] : parts[1] + ":1");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
