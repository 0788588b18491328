package io.riskloom.engine.model;

import java.time.LocalDate;
import java.util.List;

/** What the charts of a task show about its test span. */
public sealed interface Details {

    /**
     * @param test        every origin of the test span
     * @param ahead       one origin, the last day of the file: the forecast proper
     * @param testStart   first day of the test span
     * @param loss        of each test origin, mean over its steps: absolute error of the close, or of the log volatility
     * @param rivals      plain models on the same origins
     * @param reliability how often bands of several levels held on the test span
     * @param naiveMae    by which MASE divides: one-day error of the last value within the training span; NaN for volatility
     * @param labelDays   days whose moves one label is made of: of a volatility its own days, of closes the horizon; 0 where it
     *     is not known
     */
    record OfForecast(
            Forecast test,
            Forecast ahead,
            LocalDate testStart,
            double[] loss,
            List<Rival> rivals,
            List<Level> reliability,
            double naiveMae,
            int labelDays)
            implements Details {

        /** Of labels that are as long as the horizon. */
        public OfForecast(
                Forecast test,
                Forecast ahead,
                LocalDate testStart,
                double[] loss,
                List<Rival> rivals,
                List<Level> reliability,
                double naiveMae) {
            this(test, ahead, testStart, loss, rivals, reliability, naiveMae, 0);
        }

        public OfForecast {
            // runs of earlier versions have no more than the forecasts
            loss = loss == null ? new double[0] : loss.clone();
            rivals = rivals == null ? List.of() : List.copyOf(rivals);
            reliability = reliability == null ? List.of() : List.copyOf(reliability);
        }

        @Override
        public double[] loss() {
            return loss.clone();
        }
    }

    /**
     * A plain model on the test origins.
     *
     * @param name as its {@link ChallengerScore}'s
     * @param loss as the network's
     */
    record Rival(String name, double[] loss) {
        public Rival {
            loss = loss.clone();
        }

        @Override
        public double[] loss() {
            return loss.clone();
        }
    }

    /**
     * Bands of one level.
     *
     * @param nominal  share of actual values that they should hold, in (0, 1)
     * @param coverage share that they held
     * @param low      lower end of its 95 % interval, over origins whose labels do not overlap
     * @param high     upper end
     * @param width    mean width over the last value, in per cent
     */
    record Level(double nominal, double coverage, double low, double high, double width) {}

    /**
     * @param origins       test days
     * @param probabilityUp the network's answer
     * @param up            what came
     * @param probability   origins × classes, in the order down (flat) up
     * @param outcome       number of the class that came, one an origin
     * @param move          log return over the horizon, one an origin
     * @param prior         share of each class among the training windows: what the plain model answers
     * @param days          the origins' places in the series
     * @param barsPerYear   of the series; 0 where it is not known
     */
    record OfClassify(
            List<LocalDate> origins,
            double[] probabilityUp,
            boolean[] up,
            double[][] probability,
            int[] outcome,
            double[] move,
            double[] prior,
            int[] days,
            double barsPerYear)
            implements Details {

        /** As runs of earlier versions kept them. */
        public OfClassify(
                List<LocalDate> origins,
                double[] probabilityUp,
                boolean[] up,
                double[][] probability,
                int[] outcome,
                double[] move,
                double[] prior) {
            this(origins, probabilityUp, up, probability, outcome, move, prior, null, 0);
        }

        public OfClassify {
            origins = List.copyOf(origins);
            probabilityUp = probabilityUp.clone();
            up = up.clone();
            // runs of earlier versions tell two classes apart and know no moves
            probability = probability == null ? Matrices.ofTwo(probabilityUp) : Matrices.copy(probability);
            outcome = outcome == null ? Matrices.ones(up) : outcome.clone();
            move = move == null ? new double[0] : move.clone();
            prior = prior == null ? new double[0] : prior.clone();
            days = days == null ? new int[0] : days.clone();
        }

        @Override
        public double[] probabilityUp() {
            return probabilityUp.clone();
        }

        @Override
        public boolean[] up() {
            return up.clone();
        }

        @Override
        public double[][] probability() {
            return Matrices.copy(probability);
        }

        @Override
        public int[] outcome() {
            return outcome.clone();
        }

        @Override
        public double[] move() {
            return move.clone();
        }

        @Override
        public double[] prior() {
            return prior.clone();
        }

        @Override
        public int[] days() {
            return days.clone();
        }
    }

    /**
     * @param rows           row of each test applicant in the file, from 0
     * @param probabilityBad the network's answer, calibrated
     * @param challengerBad  the first challenger's answer for the same applicants
     * @param bad            what came
     * @param plain          every challenger's answers
     * @param dates          of the test applicants where the file has a date of application, else empty
     * @param scorecard      null for runs of earlier versions
     * @param reference      scores of the training applicants, null for runs of earlier versions
     * @param augmentation   what oversampling did; null where there was none
     */
    record OfCredit(
            int[] rows,
            double[] probabilityBad,
            double[] challengerBad,
            boolean[] bad,
            List<Plain> plain,
            List<LocalDate> dates,
            Scorecard scorecard,
            ScoreBins reference,
            Augmentation augmentation)
            implements Details {

        /** As runs of earlier versions kept them. */
        public OfCredit(int[] rows, double[] probabilityBad, double[] challengerBad, boolean[] bad) {
            this(rows, probabilityBad, challengerBad, bad, null, null, null, null, null);
        }

        public OfCredit {
            rows = rows.clone();
            probabilityBad = probabilityBad.clone();
            challengerBad = challengerBad.clone();
            bad = bad.clone();
            plain = plain == null ? List.of(new Plain("logistic", challengerBad)) : List.copyOf(plain);
            dates = dates == null ? List.of() : List.copyOf(dates);
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
     * A plain model's answers for the test applicants.
     *
     * @param name           as its {@link ChallengerScore}'s
     * @param probabilityBad one an applicant
     */
    record Plain(String name, double[] probabilityBad) {
        public Plain {
            probabilityBad = probabilityBad.clone();
        }

        @Override
        public double[] probabilityBad() {
            return probabilityBad.clone();
        }
    }

    /**
     * Generated bad applicants and what they were good for.
     *
     * @param made       generated applicants
     * @param aucWithout on the validation rows, trained on the real applicants alone
     * @param aucWith    with the generated ones
     * @param used       whether the kept model has learnt from them: only where they helped on the validation rows
     * @param nearest    median distance of a generated applicant to the closest real training one
     * @param real       median distance of a real applicant of the same class that was held out, to the closest training one
     * @param copies     share of generated applicants that are closer than the closest 1 % of those held out
     * @param low        lower end of the paired 95 % interval of aucWith − aucWithout (DeLong)
     * @param high       upper end
     */
    record Augmentation(
            int made,
            double aucWithout,
            double aucWith,
            boolean used,
            double nearest,
            double real,
            double copies,
            double low,
            double high) {}

    /**
     * @param rows   row of each test applicant in the file, from 0
     * @param score  the network's, see {@link AnomalyDetector#scores}
     * @param plain  the plain models' scores of the same applicants
     * @param bad    what the label says; empty where the file has none
     * @param alarm  score from which an applicant is pointed out
     */
    record OfAnomaly(int[] rows, double[] score, List<Plain> plain, boolean[] bad, double alarm) implements Details {
        public OfAnomaly {
            rows = rows.clone();
            score = score.clone();
            plain = List.copyOf(plain);
            bad = bad.clone();
        }

        @Override
        public int[] rows() {
            return rows.clone();
        }

        @Override
        public double[] score() {
            return score.clone();
        }

        @Override
        public boolean[] bad() {
            return bad.clone();
        }
    }

    /**
     * @param sample a few hundred generated paths
     * @param real   returns of the test span, daily log returns of the main series
     * @param facts  stylised facts of both sides
     * @param sight  what else the pages show; null for runs of earlier versions
     */
    record OfGenerate(PathSet sample, double[] real, List<Fact> facts, PathSight sight) implements Details {
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
     * A stylised fact, of the real test span and of each simulator.
     *
     * @param name      key under {@code fact.} in the bundles
     * @param real      value of the real test span
     * @param low       lower end of its 90 % block-bootstrap band
     * @param high      upper end
     * @param farLow    lower end of its 99 % band
     * @param farHigh   upper end
     * @param generated value of the generated paths
     * @param bootstrap value of the block-bootstrap challenger
     * @param garch     value of the GARCH challenger; NaN where it could not be fitted
     */
    record Fact(
            String name,
            double real,
            double low,
            double high,
            double farLow,
            double farHigh,
            double generated,
            double bootstrap,
            double garch) {

        /** A traffic light. */
        public enum Light {
            /** Inside the 90 % band. */
            GREEN,
            /** Outside, but inside the 99 % band. */
            AMBER,
            RED
        }

        /** The light of a simulator's value; red for one that is no number. */
        public Light light(double value) {
            if (value >= low && value <= high) {
                return Light.GREEN;
            }
            return value >= farLow && value <= farHigh ? Light.AMBER : Light.RED;
        }
    }
}
