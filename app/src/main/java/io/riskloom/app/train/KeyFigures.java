package io.riskloom.app.train;

import io.riskloom.app.result.Figure;
import io.riskloom.app.session.LiveRun;
import io.riskloom.app.session.LiveRun.Steering;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Five key figures of a run while it trains or after it: epoch, best score, speed, time, device. */
final class KeyFigures {

    static final int COUNT = 5;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final LiveRun live;
    private final Run run;
    private final List<EpochReport> epochs;
    private final Clock clock;
    private final Texts texts;
    private final boolean running;

    KeyFigures(LiveRun live, Clock clock, Texts texts) {
        this.live = live;
        this.run = live.run().get();
        this.epochs = live.epochs();
        this.clock = clock;
        this.texts = texts;
        this.running = run.outcome() instanceof Outcome.Running;
    }

    List<Figure> all() {
        return List.of(epoch(), best(), speed(), time(), device());
    }

    private Figure epoch() {
        int done = epochs.isEmpty() ? 0 : epochs.getLast().epoch();
        return new Figure(
                texts.get("train.figure.epoch"),
                done + " / " + run.spec().epochs(),
                running
                        ? texts.get(
                                "train.figure.done",
                                Formats.percent(live.progress().get(), 0))
                        : texts.get(done < run.spec().epochs() ? "train.figure.early" : "train.figure.all"));
    }

    private Figure best() {
        String figure = KeptEpoch.figure(run.spec(), epochs);
        boolean chosen = run.spec() instanceof GenerateSpec && texts.has("train.kept." + figure);
        String caption = texts.get((chosen ? "train.kept." : "train.best.") + figure);
        return KeptEpoch.of(run.spec(), epochs)
                .map(kept -> new Figure(
                        caption,
                        words(figure, kept.value()),
                        running
                                ? running(kept)
                                : texts.get("train.figure.best", kept.epoch().epoch())))
                .orElseGet(() -> new Figure(caption, Formats.number(Double.NaN, 0), ""));
    }

    private String running(KeptEpoch kept) {
        int epoch = kept.epoch().epoch();
        return run.spec() instanceof GenerateSpec spec && kept.unripe(spec)
                ? texts.get("train.figure.best.unripe", epoch, spec.ripeFrom())
                : texts.get(
                        "train.figure.best.now",
                        epoch,
                        words(kept.figure(), KeptEpoch.value(epochs.getLast(), kept.figure())));
    }

    private static String words(String figure, double value) {
        return Arrays.stream(EpochValue.values())
                .filter(known -> known.key().equals(figure))
                .findFirst()
                .map(known -> known.words(value))
                .orElseGet(() -> Formats.compact(value));
    }

    /** Of the steps in progress, else of the epochs, each of them counting alike. */
    private Figure speed() {
        double now = running ? live.samplesPerSecond().get() : Double.NaN;
        double mean = epochs.stream()
                .mapToDouble(EpochValue.SPEED::of)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        return new Figure(
                texts.get("train.figure.speed"),
                Formats.number(Double.isFinite(now) ? now : mean, 0),
                running ? each() : texts.get("train.figure.mean"));
    }

    private String each() {
        double seconds =
                epochs.stream().mapToDouble(EpochReport::seconds).average().orElse(Double.NaN);
        return Double.isNaN(seconds) ? "" : texts.get("train.figure.each", Formats.number(seconds, 1));
    }

    private Figure time() {
        if (!running) {
            return new Figure(texts.get("train.figure.took"), Formats.duration(run.seconds()), each());
        }
        boolean keeping = live.steering().get() == Steering.KEEPING; // the epochs that were planned are given up
        double left = keeping ? Double.NaN : live.secondsLeft().get();
        return new Figure(texts.get("train.figure.left"), Formats.duration(left), until(left));
    }

    private String until(double left) {
        if (live.steering().get() == Steering.PAUSED) {
            return texts.get("train.figure.paused");
        }
        return Double.isNaN(left)
                ? ""
                : texts.get(
                        "train.figure.until", CLOCK.format(LocalTime.now(clock).plusSeconds(Math.round(left))));
    }

    /** Of the session that trained last. */
    private Figure device() {
        Provenance from = run.provenance();
        Optional<Provenance.Session> last = from.sessions().isEmpty()
                ? Optional.empty()
                : Optional.of(from.sessions().getLast());
        String device = last.map(Provenance.Session::device).orElse(from.device());
        int threads = last.map(Provenance.Session::threads).orElse(from.threads());
        return new Figure(
                texts.get("train.figure.device"),
                device.toUpperCase(Locale.ROOT),
                threads == 1 ? texts.get("train.figure.thread") : texts.get("train.figure.threads", threads));
    }
}
