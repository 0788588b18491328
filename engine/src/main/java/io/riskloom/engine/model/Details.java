package io.riskloom.engine.model;

import java.time.LocalDate;
import java.util.List;

/** What the charts of a task show about its test span. */
public sealed interface Details {

    /**
     * @param test  every origin of the test span
     * @param ahead one origin, the last day of the file: the forecast proper
     * @param testStart first day of the test span
     */
    record OfForecast(Forecast test, Forecast ahead, LocalDate testStart) implements Details {}

    /**
     * @param origins       test days
     * @param probabilityUp the network's answer
     * @param up            what came
     */
    record OfClassify(List<LocalDate> origins, double[] probabilityUp, boolean[] up) implements Details {
        public OfClassify {
            origins = List.copyOf(origins);
            probabilityUp = probabilityUp.clone();
            up = up.clone();
        }

        @Override
        public double[] probabilityUp() {
            return probabilityUp.clone();
        }

        @Override
        public boolean[] up() {
            return up.clone();
        }
    }

    /**
     * @param rows           row of each test applicant in the file, from 0
     * @param probabilityBad the network's answer
     * @param challengerBad  the logistic regression's answer for the same applicants
     * @param bad            what came
     */
    record OfCredit(int[] rows, double[] probabilityBad, double[] challengerBad, boolean[] bad) implements Details {
        public OfCredit {
            rows = rows.clone();
            probabilityBad = probabilityBad.clone();
            challengerBad = challengerBad.clone();
            bad = bad.clone();
        }

        @Override
        public int[] rows() {
            return rows.clone();
        }

        @Override
        public double[] probabilityBad() {
            return probabilityBad.clone();
        }

        @Override
        public double[] challengerBad() {
            return challengerBad.clone();
        }

        @Override
        public boolean[] bad() {
            return bad.clone();
        }
    }

    /**
     * @param sample a few hundred generated paths
     * @param real   returns of the test span, daily log returns
     * @param facts  stylised facts of both sides
     */
    record OfGenerate(PathSet sample, double[] real, List<Fact> facts) implements Details {
        public OfGenerate {
            real = real.clone();
            facts = List.copyOf(facts);
        }

        @Override
        public double[] real() {
            return real.clone();
        }
    }

    /**
     * A stylised fact.
     *
     * @param name      key under {@code fact.} in the bundles
     * @param real      value of the real test span
     * @param low       lower end of its 90 % block-bootstrap band
     * @param high      upper end
     * @param generated value of the generated paths
     * @param bootstrap value of the block-bootstrap challenger
     */
    record Fact(String name, double real, double low, double high, double generated, double bootstrap) {}
}
