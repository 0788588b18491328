package io.riskloom.app.credit;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Scorecard.Bin;

/** A bin of the scorecard in words. */
final class BinWords {

    private BinWords() {}

    static String of(Bin bin, Texts texts) {
        return switch (bin.kind()) {
            case "range" -> range(bin, texts);
            case "special" -> texts.get("credit.scorecard.bin.special", Value.number(bin.low()));
            case "missing" -> texts.get("credit.scorecard.bin.missing");
            case "other" -> texts.get("credit.scorecard.bin.other");
            default -> String.join(texts.get("credit.scorecard.bin.or"), bin.levels());
        };
    }

    private static String range(Bin bin, Texts texts) {
        boolean open = Double.isInfinite(bin.low());
        boolean endless = Double.isInfinite(bin.high());
        if (open && endless) {
            return texts.get("credit.scorecard.bin.all");
        }
        if (open) {
            return texts.get("credit.scorecard.bin.below", Value.number(bin.high()));
        }
        return endless
                ? texts.get("credit.scorecard.bin.from", Value.number(bin.low()))
                : texts.get("credit.scorecard.bin.between", Value.number(bin.low()), Value.number(bin.high()));
    }
}
