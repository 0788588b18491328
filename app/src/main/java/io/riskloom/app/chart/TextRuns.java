package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Weight;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into stretches for the Latin font and stretches for the Chinese one. */
final class TextRuns {

    static final String FOLDER = "/io/riskloom/ui/fonts/";

    private TextRuns() {}

    record Run(String text, boolean chinese) {}

    static List<Run> of(String text) {
        List<Run> runs = new ArrayList<>(2);
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (i > start && chinese(point) != chinese(text.codePointAt(start))) {
                runs.add(new Run(text.substring(start, i), chinese(text.codePointAt(start))));
                start = i;
            }
            i += Character.charCount(point);
        }
        if (start < text.length()) {
            runs.add(new Run(text.substring(start), chinese(text.codePointAt(start))));
        }
        return runs;
    }

    /** Radicals, ideographs, their punctuation and the full-width forms all lie from U+2E80 on. */
    private static boolean chinese(int point) {
        return point >= 0x2E80;
    }

    /** Which font file holds a weight. */
    static String file(Weight weight, boolean chinese) {
        if (chinese) {
            return weight == Weight.SEMIBOLD ? "NotoSansSC-SemiBold-GB2312.ttf" : "NotoSansSC-Regular.ttf";
        }
        return switch (weight) {
            case REGULAR -> "Inter-Regular.otf";
            case SEMIBOLD -> "Inter-SemiBold.otf";
            case MONO -> "JetBrainsMono-Regular.ttf";
        };
    }
}
