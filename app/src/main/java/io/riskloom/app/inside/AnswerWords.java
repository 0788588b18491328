package io.riskloom.app.inside;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Direction;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is looked at and what the network made of it, in words. */
final class AnswerWords {

    private AnswerWords() {}

    /** The window's days, or the applicant. */
    static String place(Texts texts, Subject subject, int place) {
        String words = subject.applicants() ? applicant(texts, subject, place) : window(texts, subject, place);
        return subject.changed() ? words + " · " + texts.get("inside.changed") : words;
    }

    private static String window(Texts texts, Subject subject, int place) {
        List<LocalDate> dates = subject.history().dates();
        int window = subject.window();
        return texts.get(
                "inside.window", Formats.day(dates.get(place - window + 1)), Formats.day(dates.get(place)), window);
    }

    private static String applicant(Texts texts, Subject subject, int place) {
        int line = place < subject.lines().length ? subject.lines()[place] : place + 1;
        return subject.ids().isEmpty()
                ? texts.get("inside.applicant", place + 1, line)
                : texts.get("inside.applicant.id", subject.ids().get(place), place + 1, line);
    }

    /** The day, or the row as people count it. */
    static String name(Subject subject, int place) {
        return subject.applicants()
                ? String.valueOf(place + 1)
                : Formats.day(subject.history().dates().get(place));
    }

    static String answer(Texts texts, Subject subject, Seen seen) {
        String span = texts.get((subject.applicants() ? "inside.span.applicant." : "inside.span.")
                + Tested.of(seen.run()).of(subject, seen.place()).id());
        RunSpec spec = seen.run().spec();
        return switch (spec) {
            case ClassifySpec s -> direction(texts, s, subject, seen, span);
            case ForecastSpec s -> forecast(texts, s, subject, seen, span);
            default -> texts.get("inside.answer.bad", Formats.percent(last(seen), 1), span);
        };
    }

    private static double last(Seen seen) {
        double[] answer = seen.inputs().answer();
        return answer.length == 0 ? Double.NaN : answer[answer.length - 1];
    }

    private static String direction(Texts texts, ClassifySpec spec, Subject subject, Seen seen, String span) {
        String came = texts.get(
                "inside.came." + came(spec, subject.history(), seen.place()).orElse("open"));
        String day = Formats.day(subject.history().dates().get(seen.place()));
        return texts.get("inside.answer", Formats.percent(last(seen), 1), spec.horizon(), day, came, span);
    }

    /** {@code down}, {@code flat} or {@code up} over the horizon after a day; empty where that is not known yet. */
    static Optional<String> came(ClassifySpec spec, PriceHistory history, int day) {
        if (day + spec.horizon() >= history.size()) {
            return Optional.empty();
        }
        int came = new Direction(history.close(), spec.horizon(), spec.classes(), spec.deadBand()).of(day);
        return Optional.of(came == 0 ? "down" : came == spec.classes() - 1 ? "up" : "flat");
    }

    private static String forecast(Texts texts, ForecastSpec spec, Subject subject, Seen seen, String span) {
        String day = Formats.day(subject.history().dates().get(seen.place()));
        if (spec.target().equals("volatility")) {
            return texts.get(
                    "inside.answer.volatility", day, Formats.number(last(seen), 1) + "%", spec.horizon(), span);
        }
        double close = subject.history().close()[seen.place()];
        double change = last(seen) / close - 1;
        String signed = (change > 0 ? "+" : "") + Formats.percent(change, 2);
        return texts.get("inside.answer.close", day, Formats.compact(last(seen)), spec.horizon(), signed, span);
    }
}
