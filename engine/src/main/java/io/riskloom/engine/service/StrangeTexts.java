package io.riskloom.engine.service;

import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.feature.CreditDecoder;

/**
 * What is unusual about an applicant in plain text, {@code amount=18424 (0.31, expected 2517)}: a column, its value, its share of
 * the reconstruction error, and what the network made of it where that can be said.
 */
final class StrangeTexts {

    private StrangeTexts() {}

    /** The largest share first; empty texts where there are fewer columns than asked for, or the others have no error. */
    static String[] of(Strangeness strange, int count) {
        String[] texts = new String[count];
        for (int k = 0; k < count; k++) {
            boolean there = k < strange.parts().size() && strange.parts().get(k).share() > 0;
            texts[k] = there ? text(strange.parts().get(k)) : "";
        }
        return texts;
    }

    private static String text(Strangeness.Part part) {
        String value = part.value().isEmpty() ? CreditDecoder.MISSING : part.value();
        String expected =
                part.expected().isEmpty() || part.expected().equals(value) ? "" : ", expected " + part.expected();
        // the sign of a share says nothing
        return part.column() + "=" + value + " ("
                + ReasonTexts.signed(part.share()).substring(1) + expected + ")";
    }
}
