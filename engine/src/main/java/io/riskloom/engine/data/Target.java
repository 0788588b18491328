package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The column that tells who paid, and which of its texts mean that one did not.
 *
 * @param column index in the sheet
 * @param good   texts of applicants who paid
 * @param bad    texts of those who did not
 * @param basis  what tells the two apart
 * @param named  whether the column's name says that it is the target; otherwise its place and values do
 */
record Target(int column, List<String> good, List<String> bad, Basis basis, boolean named) {

    enum Basis {
        /** The settings name the bad texts. */
        GIVEN,
        /** The two texts or the column's name say it. */
        TEXTS,
        /** Each of several texts is a known word. */
        WORDS,
        /** A convention: 1 of 0/1, 2 of 1/2, the rarer text. */
        CONVENTION
    }

    /** Texts that the labels spell out. */
    private static final int SPELT = 10;

    Target {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    String goodLabel() {
        return label(good);
    }

    String badLabel() {
        return label(bad);
    }

    static String label(List<String> texts) {
        String spelt = String.join(" / ", texts.stream().limit(SPELT).toList());
        return texts.size() > SPELT ? spelt + " / …" : spelt;
    }

    /** Whether the texts are of the usual ones: 0/1, yes/no, 1/2. */
    boolean usual() {
        boolean words = good.stream().allMatch(TargetNames::no) && bad.stream().allMatch(TargetNames::yes);
        boolean swapped =
                good.stream().allMatch(TargetNames::yes) && bad.stream().allMatch(TargetNames::no);
        return words || swapped || (good.equals(List.of("1")) && bad.equals(List.of("2")));
    }

    /** With the bad texts that the settings name; empty where none or all of the classes are among them. */
    static Optional<Target> given(int column, Classes classes, List<String> badTexts, boolean named) {
        List<String> words = badTexts.stream().map(Target::folded).toList();
        List<String> bad = filter(classes, text -> words.contains(folded(text)));
        List<String> good = filter(classes, text -> !bad.contains(text));
        return bad.isEmpty() || good.isEmpty()
                ? Optional.empty()
                : Optional.of(new Target(column, good, bad, Basis.GIVEN, named));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** By the classes' texts and the column's name; empty where there is one class, or several that are no known words. */
    static Optional<Target> of(int column, String name, Classes classes, boolean named) {
        if (classes.more() || classes.size() < 2) {
            return Optional.empty();
        }
        Optional<Target> words = words(column, classes, named);
        if (words.isPresent()) {
            return words;
        }
        List<String> yes = filter(classes, TargetNames::yes);
        List<String> no = filter(classes, TargetNames::no);
        if (!yes.isEmpty() && !no.isEmpty() && yes.size() + no.size() == classes.size()) {
            return Optional.of(yesNo(column, name, no, yes, named));
        }
        return classes.size() == 2 ? Optional.of(two(column, classes, named)) : Optional.empty();
    }

    private static Optional<Target> words(int column, Classes classes, boolean named) {
        List<String> bad = filter(classes, TargetNames::bad);
        List<String> good = filter(classes, TargetNames::good);
        if (classes.size() == 2) { // one known word is enough
            bad = bad.isEmpty() && good.size() == 1 ? filter(classes, text -> !TargetNames.good(text)) : bad;
            List<String> known = bad;
            good = good.isEmpty() && bad.size() == 1 ? filter(classes, text -> !known.contains(text)) : good;
        }
        boolean all = !bad.isEmpty() && !good.isEmpty() && bad.size() + good.size() == classes.size();
        Basis basis = classes.size() == 2 ? Basis.TEXTS : Basis.WORDS;
        return all ? Optional.of(new Target(column, good, bad, basis, named)) : Optional.empty();
    }

    /** Yes is the event that the name speaks of: {@code default = 1} did not pay, {@code good = 1} did. */
    private static Target yesNo(int column, String name, List<String> no, List<String> yes, boolean named) {
        if (TargetNames.failed(name)) {
            return new Target(column, no, yes, Basis.TEXTS, named);
        } else if (TargetNames.paid(name)) {
            return new Target(column, yes, no, Basis.TEXTS, named);
        }
        return TargetNames.granted(name, yes.getFirst())
                ? new Target(column, yes, no, Basis.CONVENTION, named)
                : new Target(column, no, yes, Basis.CONVENTION, named);
    }

    private static Target two(int column, Classes classes, boolean named) {
        List<String> first = classes.texts().subList(0, 1);
        List<String> second = classes.texts().subList(1, 2);
        boolean firstBad = classes.texts().contains("1") && classes.texts().contains("2")
                ? first.contains("2")
                : classes.counts().get(0) < classes.counts().get(1);
        return new Target(column, firstBad ? second : first, firstBad ? first : second, Basis.CONVENTION, named);
    }

    private static List<String> filter(Classes classes, Predicate<String> wanted) {
        return new ArrayList<>(classes.texts().stream().filter(wanted).toList());
    }
}
