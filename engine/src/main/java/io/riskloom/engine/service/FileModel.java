package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.explain.Strangers;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.AnomalyDetector;
import io.riskloom.engine.model.CreditScorer;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A model by which files of applicants are scored portion by portion. */
interface FileModel {

    CreditEncoder encoder();

    /** What is decided from the cut-off on, as the file says it. */
    String above();

    String below();

    /**
     * @param reasons a row, 0 for none
     * @param stopped once true, finding reasons may end with {@link java.util.concurrent.CancellationException}
     */
    Scored score(CreditBook book, int reasons, BooleanSupplier stopped) throws NoticeException;

    /** @param scores in [0, 1], one an applicant */
    record Scored(double[] scores, Reasons reasons) {}

    /** The most important reasons of an applicant of the portion, as many as were asked for; empty texts where there are fewer. */
    interface Reasons {
        String[] of(int row, boolean above);
    }

    static FileModel of(CreditScorer scorer) {
        return new FileModel() {
            @Override
            public CreditEncoder encoder() {
                return scorer.encoder();
            }

            @Override
            public String above() {
                return "refuse";
            }

            @Override
            public String below() {
                return "approve";
            }

            @Override
            public Scored score(CreditBook book, int reasons, BooleanSupplier stopped) throws NoticeException {
                float[][] inputs = scorer.encoder().encodeKnown(book);
                double[] bad = scorer.probability(scorer.logOdds(inputs));
                if (reasons == 0) {
                    return new Scored(bad, (row, above) -> new String[0]);
                }
                ReasonTexts texts = new ReasonTexts(scorer, book, inputs, stopped);
                return new Scored(bad, (row, above) -> texts.of(row, above, reasons));
            }
        };
    }

    static FileModel of(AnomalyDetector detector) {
        return new FileModel() {
            @Override
            public CreditEncoder encoder() {
                return detector.encoder();
            }

            @Override
            public String above() {
                return "alarm";
            }

            @Override
            public String below() {
                return "usual";
            }

            @Override
            public Scored score(CreditBook book, int reasons, BooleanSupplier stopped) throws NoticeException {
                if (reasons == 0) {
                    double[] scores = detector.scores(detector.encoder().encodeKnown(book));
                    return new Scored(scores, (row, above) -> new String[0]);
                }
                int[] rows = IntStream.range(0, book.size()).toArray();
                List<Strangeness> strange = Strangers.of(detector, book, rows);
                double[] scores =
                        strange.stream().mapToDouble(Strangeness::score).toArray();
                return new Scored(scores, (row, above) -> StrangeTexts.of(strange.get(row), reasons));
            }
        };
    }
}
