package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeakAuditTest {

    private static final int DAYS = 600;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final ForecastSpec SPEC = Specs.with(
            Specs.defaults(ForecastSpec.class, "toy.csv"), Map.of("target", "return", "window", 10, "horizon", 1));

    private final Imported.Prices data = ToyData.swings(DAYS);

    @TempDir
    Path folder;

    private LeakAudit.Found found(LinearRecipe.Flaw flaw, RunMonitor monitor, Duration most) throws Exception {
        LinearRecipe recipe = new LinearRecipe(flaw);
        return new LeakAudit<>(recipe, SPEC, data, monitor)
                .made(
                        folder,
                        evaluation(recipe.train(SPEC, data, folder, monitor)).details(),
                        most);
    }

    private List<Audit> audits(LinearRecipe.Flaw flaw) throws Exception {
        return found(flaw, RunMonitor.SILENT, LONG).audits();
    }

    private static Evaluation evaluation(Outcome outcome) {
        return assertInstanceOf(Outcome.Finished.class, outcome).evaluation();
    }

    private static List<String> kinds(List<Audit> audits, boolean passed) {
        return audits.stream()
                .filter(audit -> audit.passed() == passed)
                .map(Audit::kind)
                .toList();
    }

    private static List<String> keys(List<Notice> notes) {
        return notes.stream().map(Notice::key).toList();
    }

    @Test
    void aRecipeThatDoesNotLookAheadPassesInEachWay() throws Exception {
        DateSplit split = Splits.days(SPEC, DAYS);
        HeldOut held = HeldOut.of(split);
        List<LocalDate> dates = data.series().getFirst().dates();
        int windows =
                split.train().size() + held.choice().size() + held.calibration().size();
        int quarter = split.test().size() / 4;
        int asked = 8 + split.test().size() - quarter;
        LeakAudit.Found found = found(LinearRecipe.Flaw.NONE, RunMonitor.SILENT, LONG);
        assertEquals(
                List.of(
                        new Audit(
                                Audit.TRAINING,
                                windows,
                                0,
                                dates.get(split.train().last() + 2)),
                        new Audit(
                                Audit.FORECASTS,
                                asked,
                                0,
                                dates.get(split.test().first() + quarter)),
                        new Audit(Audit.SHOWN, asked, 0, dates.get(split.test().first() + quarter - 8))),
                found.audits());
        assertEquals(List.of(), found.notes());
    }

    @Test
    void aScalerFittedOnAllDaysIsCaughtInTraining() throws Exception {
        List<Audit> audits = audits(LinearRecipe.Flaw.SCALER_OF_ALL_DAYS);
        assertEquals(audits.getFirst().checked(), audits.getFirst().changed());
        assertEquals(List.of(Audit.FORECASTS, Audit.SHOWN), kinds(audits, true), "the trained scaler changes no more");
    }

    /** The choice of the epoch and the calibration see the scaler as well, after whose days only the last part changes. */
    @Test
    void aScalerFittedOnTheValidationDaysIsCaughtInTraining() throws Exception {
        List<Audit> audits = audits(LinearRecipe.Flaw.SCALER_OF_VALIDATION);
        assertEquals(List.of(Audit.TRAINING), kinds(audits, false));
        DateSplit split = Splits.days(SPEC, DAYS);
        assertEquals(
                split.train().size() + HeldOut.of(split).choice().size(),
                audits.getFirst().changed());
    }

    /** What the same code would give again is sound; what the run was given is not. */
    @Test
    void weightsFittedOnTestLabelsAreCaughtInTraining() throws Exception {
        List<Audit> audits = audits(LinearRecipe.Flaw.SLOPE_OF_TEST);
        assertEquals(List.of(Audit.TRAINING), kinds(audits, false));
        DateSplit split = Splits.days(SPEC, DAYS);
        assertEquals(
                split.test().last() - split.train().first() + 1,
                audits.getFirst().changed());
    }

    @Test
    void aBandOfTheTestErrorsIsCaughtInTraining() throws Exception {
        List<Audit> audits = audits(LinearRecipe.Flaw.BAND_OF_TEST);
        assertEquals(List.of(Audit.TRAINING), kinds(audits, false));
        assertEquals(Splits.days(SPEC, DAYS).test().size(), audits.getFirst().changed());
    }

    @Test
    void forecastsShownThatTheModelDoesNotMakeAreCaught() throws Exception {
        List<Audit> audits = audits(LinearRecipe.Flaw.OTHER_BAND_SHOWN);
        assertEquals(List.of(Audit.SHOWN), kinds(audits, false));
        assertEquals(audits.getLast().checked(), audits.getLast().changed());
    }

    /** Next to each of the four cuts one origin sees a day that was changed. */
    @Test
    void aFeatureADayAheadIsCaughtInTheForecasts() throws Exception {
        Audit forecasts = audits(LinearRecipe.Flaw.FEATURE_A_DAY_AHEAD).get(1);
        assertEquals(4, forecasts.changed());
        assertFalse(forecasts.passed());
    }

    /** Other prices on the same days do not show it. */
    @Test
    void aFeatureThatKnowsTheNumberOfDaysIsCaughtInTheForecasts() throws Exception {
        List<Audit> audits = audits(LinearRecipe.Flaw.FEATURE_BY_SIZE);
        assertEquals(List.of(Audit.FORECASTS), kinds(audits, false));
        assertEquals(audits.get(1).checked(), audits.get(1).changed());
    }

    @Test
    void aWindowDividedByTheWholeSeriesIsCaughtInBothWays() throws Exception {
        List<Audit> audits = audits(LinearRecipe.Flaw.WINDOW_BY_WHOLE_SERIES);
        assertEquals(List.of(Audit.TRAINING, Audit.FORECASTS), kinds(audits, false));
        audits.subList(0, 2).forEach(audit -> assertEquals(audit.checked(), audit.changed()));
    }

    @Test
    void aFailedAuditIsTheFirstWarning() throws Exception {
        Evaluation bare =
                evaluation(new LinearRecipe(LinearRecipe.Flaw.NONE).train(SPEC, data, folder, RunMonitor.SILENT));
        Evaluation audited =
                bare.audited(audits(LinearRecipe.Flaw.FEATURE_A_DAY_AHEAD).subList(1, 3));
        assertEquals("run.warning.leak.forecasts", audited.warnings().getFirst().key());
        assertEquals("4", audited.warnings().getFirst().args().get(1));
        assertEquals(2, audited.audits().size());
        assertEquals(List.of(), bare.audited(audits(LinearRecipe.Flaw.NONE)).warnings());
    }

    /** As on a device whose sums have no fixed order. */
    @ParameterizedTest
    @EnumSource(names = {"NOISE_IN_FORECASTS", "TWO_ROUNDINGS"})
    void aModelThatDoesNotRepeatItselfIsNotSaidToLeak(LinearRecipe.Flaw flaw) throws Exception {
        LeakAudit.Found found = found(flaw, RunMonitor.SILENT, LONG);
        assertEquals(List.of(Audit.TRAINING), kinds(found.audits(), true));
        assertEquals(1, found.audits().size());
        assertEquals(List.of("run.warning.noAudit.device"), keys(found.notes()));
    }

    /** Asked before each of three stages, before and inside their digest, then once more before the forecasts. */
    @Test
    void aCancelledAuditTellsWhatItHasFoundAndWhyNotMore() throws Exception {
        DateSplit split = Splits.days(SPEC, DAYS);
        int[] windows = {0, 0, split.train().size(), split.train().size()};
        for (int asked = 0; asked < windows.length; asked++) {
            Cancelled monitor = new Cancelled(asked);
            LeakAudit.Found found = found(LinearRecipe.Flaw.NONE, monitor, LONG);
            assertEquals(
                    windows[asked],
                    found.audits().stream().mapToInt(Audit::checked).sum());
            assertEquals(List.of("run.warning.noAudit.cancelled"), keys(found.notes()));
            assertEquals(-1, monitor.left, "asked no more once it has said yes");
        }
        assertEquals(
                List.of(Audit.TRAINING),
                kinds(found(LinearRecipe.Flaw.NONE, new Cancelled(6), LONG).audits(), true));
        LeakAudit.Found oneCut = found(LinearRecipe.Flaw.NONE, new Cancelled(7), LONG);
        assertEquals(3, kinds(oneCut.audits(), true).size());
        assertEquals(8, oneCut.audits().getLast().checked());
        assertEquals(List.of("run.warning.noAudit.cancelled"), keys(oneCut.notes()));
        LeakAudit.Found whole = found(LinearRecipe.Flaw.NONE, new Cancelled(10), LONG);
        assertEquals(3, whole.audits().size());
        assertEquals(List.of(), whole.notes());
    }

    @Test
    void withoutTimeNothingIsTriedAndItIsSaid() throws Exception {
        LeakAudit.Found found = found(LinearRecipe.Flaw.NONE, RunMonitor.SILENT, Duration.ZERO);
        assertEquals(List.of(), found.audits());
        assertEquals(List.of("run.warning.noAudit.time"), keys(found.notes()));
    }

    /** A network asks before each batch, and so does this one, which would never end. */
    @Test
    void aForecastThatTakesTooLongIsBrokenOff() throws Exception {
        LinearRecipe linear = new LinearRecipe(LinearRecipe.Flaw.NONE);
        Evaluation bare = evaluation(linear.train(SPEC, data, folder, RunMonitor.SILENT));
        LeakAudit.Found found = new LeakAudit<>(new Endless(linear), SPEC, data, RunMonitor.SILENT)
                .made(folder, bare.details(), Duration.ofMillis(300));
        assertTrue(found.audits().stream().allMatch(audit -> audit.kind().equals(Audit.TRAINING)), found.toString());
        assertEquals(List.of("run.warning.noAudit.time"), keys(found.notes()));
    }

    @Test
    void correctionsThatKnowTheWholeFileAreSaidNotToBeAudited() throws Exception {
        Step adjusted = new Step(Check.SPLIT, Fix.ADJUST, "toy", "close", "");
        ForecastSpec spec =
                Specs.with(SPEC, "reading", new Reading(SPEC.reading().settings(), List.of(adjusted)).toJson());
        LinearRecipe recipe = new LinearRecipe(LinearRecipe.Flaw.NONE);
        Evaluation bare = evaluation(recipe.train(spec, data, folder, RunMonitor.SILENT));
        LeakAudit.Found found =
                new LeakAudit<>(recipe, spec, data, RunMonitor.SILENT).made(folder, bare.details(), LONG);
        assertEquals(List.of("run.warning.correctedAudit"), keys(found.notes()));
        assertEquals(3, kinds(found.audits(), true).size());
    }

    @Test
    void theOutcomeInTheFolderHasTheAudits() throws Exception {
        LinearRecipe recipe = new LinearRecipe(LinearRecipe.Flaw.NONE);
        Outcome bare = recipe.train(SPEC, data, folder, RunMonitor.SILENT);
        Outcome told = new Audited<>(recipe, SPEC, folder, RunMonitor.SILENT).of(bare, data, Duration.ZERO);
        List<Audit> audits = evaluation(told).audits();
        assertEquals(3, audits.size());
        Outcome left = Json.gson().fromJson(Files.readString(folder.resolve(Outcome.FILE)), Outcome.class);
        assertEquals(audits, evaluation(left).audits());
    }

    @Test
    void anAuditThatBreaksOffIsToldAndTakesNothingFromTheRun() throws Exception {
        LinearRecipe recipe = new LinearRecipe(LinearRecipe.Flaw.NONE);
        Outcome bare = recipe.train(SPEC, data, folder, RunMonitor.SILENT);
        Recipe<ForecastSpec> unreadable = new Unreadable(() -> {
            throw new IllegalStateException("gone");
        });
        Outcome told = new Audited<>(unreadable, SPEC, folder, RunMonitor.SILENT).of(bare, data, Duration.ZERO);
        Evaluation evaluation = evaluation(told);
        assertEquals(1.0, evaluation.metrics().get("mae"));
        assertEquals(
                "run.warning.noAudit[IllegalStateException: gone]",
                evaluation.warnings().getFirst().toString());
        assertEquals(List.of(), evaluation.audits());
        assertEquals(
                new Outcome.Cancelled(),
                new Audited<>(recipe, SPEC, folder, RunMonitor.SILENT)
                        .of(new Outcome.Cancelled(), data, Duration.ZERO));
    }

    @Test
    void anErrorInTheAuditTakesNothingFromTheRun() throws Exception {
        Outcome bare = new LinearRecipe(LinearRecipe.Flaw.NONE).train(SPEC, data, folder, RunMonitor.SILENT);
        Recipe<ForecastSpec> unreadable = new Unreadable(() -> {
            throw new UnsatisfiedLinkError("no library");
        });
        Outcome told = new Audited<>(unreadable, SPEC, folder, RunMonitor.SILENT).of(bare, data, Duration.ZERO);
        assertEquals(
                "[run.warning.noAudit[UnsatisfiedLinkError: no library]]",
                evaluation(told).auditNotes().toString());
    }

    @Test
    void anOutcomeThatCannotBeWrittenStaysFinished() throws Exception {
        LinearRecipe recipe = new LinearRecipe(LinearRecipe.Flaw.NONE);
        Outcome bare = recipe.train(SPEC, data, folder, RunMonitor.SILENT);
        Files.createDirectories(folder.resolve(Outcome.FILE).resolve("in the way"));
        Outcome told = new Audited<>(recipe, SPEC, folder, RunMonitor.SILENT).of(bare, data, Duration.ZERO);
        assertEquals(3, kinds(evaluation(told).audits(), true).size());
        assertEquals(
                List.of("run.warning.noAudit.unsaved"), keys(evaluation(told).auditNotes()));
    }

    @Test
    void aRunThatLeftNothingOfWhatItWasGivenIsSaidNotToBeAudited() throws Exception {
        LinearRecipe recipe = new LinearRecipe(LinearRecipe.Flaw.NONE);
        Outcome bare = recipe.train(SPEC, data, folder, RunMonitor.SILENT);
        for (String damaged : List.of("", "{", "[]", "{\"choice\":{}}")) {
            Files.writeString(folder.resolve(Learnt.FILE), damaged);
            Outcome told = new Audited<>(recipe, SPEC, folder, RunMonitor.SILENT).of(bare, data, Duration.ZERO);
            assertEquals(List.of("run.warning.noAudit"), keys(evaluation(told).auditNotes()), damaged);
            assertEquals(List.of(), evaluation(told).audits());
        }
    }

    @Test
    void whatHasNoFutureIsNotAudited() throws Exception {
        Outcome bare = new LinearRecipe(LinearRecipe.Flaw.NONE).train(SPEC, data, folder, RunMonitor.SILENT);
        CreditSpec credit = Specs.defaults(CreditSpec.class, "toy.csv");
        assertSame(
                bare,
                new Audited<>(Recipes.of(credit), credit, folder, RunMonitor.SILENT)
                        .of(bare, ToyData.applicants(50, false), Duration.ZERO));
        assertFalse(Files.exists(folder.resolve(Outcome.FILE)));
    }

    @Test
    void aPerturbationChangesEveryLaterFigureAndNoEarlierOne() {
        PriceHistory plain = bars(50);
        PriceHistory changed = Perturbation.after(plain, 29, 1);
        assertEquals(plain.dates(), changed.dates());
        double[][] before = {plain.open(), plain.high(), plain.low(), plain.close(), plain.volume()};
        double[][] after = {changed.open(), changed.high(), changed.low(), changed.close(), changed.volume()};
        for (int column = 0; column < before.length; column++) {
            for (int t = 0; t < 50; t++) {
                assertEquals(t <= 29, before[column][t] == after[column][t], "column " + column + " day " + t);
            }
        }
        for (int t = 30; t < 50; t++) {
            double top = Math.max(changed.open()[t], changed.close()[t]);
            double bottom = Math.min(changed.open()[t], changed.close()[t]);
            assertTrue(changed.high()[t] > top && changed.low()[t] < bottom, "bar of day " + t);
            double range = Math.log(changed.high()[t] / changed.low()[t]) - Math.log(1.02 / 0.98);
            assertTrue(range > 0.019 && range < 0.11, "range of day " + t + " by " + range);
        }
        assertArrayEquals(changed.close(), Perturbation.after(plain, 29, 1).close());
        assertFalse(changed.close()[40] == Perturbation.after(plain, 29, 2).close()[40]);
    }

    @Test
    void aFutureCutOffLeavesTheDaysBefore() {
        PriceHistory plain = bars(50);
        PriceHistory cut = Perturbation.until(plain, 29);
        assertEquals(plain.dates().subList(0, 30), cut.dates());
        assertArrayEquals(Arrays.copyOf(plain.high(), 30), cut.high());
        assertArrayEquals(Arrays.copyOf(plain.volume(), 30), cut.volume());
        PriceHistory closes = data.series().getFirst();
        assertEquals(0, Perturbation.until(closes, 29).open().length);
        assertArrayEquals(
                Arrays.copyOf(closes.close(), 30),
                Perturbation.until(closes, 29).close());
    }

    @Test
    void allSeriesOfAFileChangeAfterTheSameDate() {
        PriceHistory early = bars(50);
        PriceHistory late = new PriceHistory(
                "LATE",
                early.dates().stream().map(d -> d.plusDays(10)).toList(),
                early.open(),
                early.high(),
                early.low(),
                early.close(),
                early.volume(),
                early.source());
        Imported.Prices file =
                new Imported.Prices(List.of(early, late), List.of(new int[50], new int[50]), data.report());
        List<PriceHistory> changed =
                Perturbation.after(file, early.dates().get(29), 1).series();
        assertEquals(early.close()[29], changed.getFirst().close()[29]);
        assertEquals(late.close()[19], changed.getLast().close()[19]);
        assertFalse(early.close()[30] == changed.getFirst().close()[30]);
        assertFalse(late.close()[20] == changed.getLast().close()[20]);
    }

    /** Open and close 100, high 102, low 98, volume 1000. */
    private PriceHistory bars(int days) {
        List<LocalDate> dates = data.series().getFirst().dates().subList(0, days);
        double[] price = new double[days];
        double[] high = new double[days];
        double[] low = new double[days];
        double[] volume = new double[days];
        Arrays.fill(price, 100);
        Arrays.fill(high, 102);
        Arrays.fill(low, 98);
        Arrays.fill(volume, 1000);
        return new PriceHistory(
                "BARS",
                dates,
                price,
                high,
                low,
                price,
                volume,
                data.series().getFirst().source());
    }

    /** Says so after it was asked some times. */
    private static final class Cancelled implements RunMonitor {
        private int left;

        Cancelled(int left) {
            this.left = left;
        }

        @Override
        public void onEpoch(EpochReport report) {}

        @Override
        public boolean cancelled() {
            return left-- <= 0;
        }
    }

    private record Endless(LinearRecipe sound) implements Recipe<ForecastSpec> {
        @Override
        public String name() {
            return "endless";
        }

        @Override
        public Class<ForecastSpec> specType() {
            return ForecastSpec.class;
        }

        @Override
        public Outcome train(ForecastSpec spec, Imported file, Path run, RunMonitor monitor) {
            return new Outcome.Cancelled();
        }

        @Override
        public Optional<Learnt.Given> learnt(ForecastSpec spec, Imported file, Learnt.Stage stage, Runnable check)
                throws NoticeException {
            return sound.learnt(spec, file, stage, check);
        }

        @Override
        public Forecaster load(ForecastSpec spec, Path run) {
            return new Forecaster() {
                private BooleanSupplier cancelled = () -> false;

                @Override
                public void cancelWhen(BooleanSupplier asked) {
                    cancelled = asked;
                }

                @Override
                public Forecast forecast(PriceHistory history, int from, int to) {
                    while (!cancelled.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    throw new CancellationException();
                }

                @Override
                public int window() {
                    return SPEC.window();
                }

                @Override
                public void close() {}
            };
        }
    }

    private record Unreadable(Runnable failure) implements Recipe<ForecastSpec> {
        @Override
        public String name() {
            return "unreadable";
        }

        @Override
        public Class<ForecastSpec> specType() {
            return ForecastSpec.class;
        }

        @Override
        public Outcome train(ForecastSpec spec, Imported file, Path run, RunMonitor monitor) {
            return new Outcome.Cancelled();
        }

        @Override
        public Forecaster load(ForecastSpec spec, Path run) {
            failure.run();
            throw new AssertionError("it opens");
        }
    }
}
