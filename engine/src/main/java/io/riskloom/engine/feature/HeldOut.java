package io.riskloom.engine.feature;

/**
 * The validation origins cut in two by date: on the first half the epoch is chosen, on the second, which has had no say in
 * the weights, forecast bands are calibrated. {@code horizon} + {@code embargo} origins between them are left out, so that
 * no label of the first half reaches beyond the second's first origin.
 *
 * @param choice      origins that decide when to stop
 * @param calibration origins whose errors set the bands, at least 10; a band of 90 % needs nine, of which it is the
 *     largest
 */
public record HeldOut(Span choice, Span calibration) {

    /** @param split of a {@link DateCut} that is {@code halved}, so that each half has at least 10 origins */
    public static HeldOut of(DateSplit split) {
        Span all = split.validation();
        int gap = split.horizon() + split.embargo();
        int half = (all.size() - gap) / 2;
        if (half < DateSplit.LEAST) {
            throw new IllegalArgumentException("halves of " + half + " origins from " + all);
        }
        return new HeldOut(
                new Span(all.first(), all.first() + half - 1), new Span(all.first() + half + gap, all.last()));
    }
}
