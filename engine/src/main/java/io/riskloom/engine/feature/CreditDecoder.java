package io.riskloom.engine.feature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * What a row of inputs says of its columns, in plain text: the way back of {@link CreditEncoder#encode}, also for rows that a
 * network has made, whose numbers lie between those of real ones.
 */
public final class CreditDecoder {
    /** Said of a cell that is missing. */
    public static final String MISSING = "NA";

    /** From which an input of a category or a code says that it is so. */
    private static final double LIKELY = 0.5;

    private static final MathContext DIGITS = new MathContext(4);

    private final CreditEncoder encoder;

    public CreditDecoder(CreditEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * One text a column, in the order of the encoder's fields: {@value #MISSING} or a special code where its input is at least
     * one half; else of a category the level with the largest input, if that is at least one half; of a number the training
     * value of that rank, to four digits. Empty where none is.
     */
    public List<String> texts(float[] inputs) {
        List<String> texts = new ArrayList<>();
        int at = 0;
        for (CreditEncoder.Field field : encoder.fields()) {
            List<CreditEncoder.Input> own = CreditFields.inputs(field);
            texts.add(text(field, own, inputs, at));
            at += own.size();
        }
        return texts;
    }

    private static String text(CreditEncoder.Field field, List<CreditEncoder.Input> own, float[] inputs, int at) {
        int likeliest = -1;
        for (int i = 0; i < own.size(); i++) {
            boolean flag =
                    own.get(i).kind() != CreditEncoder.Kind.NUMBER && own.get(i).kind() != CreditEncoder.Kind.CODE;
            if (flag && inputs[at + i] >= LIKELY && (likeliest < 0 || inputs[at + i] > inputs[at + likeliest])) {
                likeliest = i;
            }
        }
        if (likeliest >= 0) {
            CreditEncoder.Input said = own.get(likeliest);
            return said.kind() == CreditEncoder.Kind.MISSING ? MISSING : said.level();
        }
        return field.numeric() ? number(field, inputs[at]) : "";
    }

    private static String number(CreditEncoder.Field field, double input) {
        double level = input * field.scale() + field.mean();
        if (field.knots().isEmpty()) {
            return rounded(level);
        }
        return rounded(new RankNormal(field.knots()).value(level));
    }

    /** In any locale. */
    private static String rounded(double number) {
        BigDecimal shown = BigDecimal.valueOf(number).round(DIGITS);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
