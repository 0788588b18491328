package io.riskloom.app.data;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.ReadSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The settings of a file with their choices, in the reader's language. */
final class Chips {

    private static final List<String> ENCODINGS =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "windows-1252");
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|", " ");
    private static final int HEADER_LINES = 12;
    private static final int TARGETS = 200;
    private static final String NONE = "–";

    private final ReadSettings given;
    private final ReadFacts facts;
    private final Texts texts;

    private Chips(ReadSettings given, ReadFacts facts, Texts texts) {
        this.given = given;
        this.facts = facts;
        this.texts = texts;
    }

    /** Target and bad class are asked of credit tables only, the latter where there is a target; the dates of all others. */
    static List<Chip> of(ReadSettings given, ReadFacts facts, Texts texts) {
        Chips chips = new Chips(given, facts, texts);
        List<Setting> shown = new ArrayList<>(List.of(Setting.values()));
        String kind = given.kind().isEmpty() ? facts.used().kind() : given.kind();
        if (kind.equals("credit")) {
            shown.remove(Setting.DATES);
            String target = given.target().isEmpty() ? facts.used().target() : given.target();
            if (target.equals(ReadSettings.NO_TARGET)) {
                shown.remove(Setting.BAD);
            }
        } else {
            shown.removeAll(List.of(Setting.TARGET, Setting.BAD));
        }
        return shown.stream().map(chips::chip).toList();
    }

    private Chip chip(Setting setting) {
        List<String> own = setting.of(given);
        List<String> inForce = own.isEmpty() ? setting.of(facts.used()) : own;
        List<Chip.Choice> choices = new ArrayList<>();
        choices.add(new Chip.Choice("", texts.get("data.setting.detect"), own.isEmpty()));
        for (String value : values(setting)) {
            choices.add(new Chip.Choice(value, words(setting, value), own.contains(value)));
        }
        String value = inForce.isEmpty()
                ? NONE
                : String.join(", ", inForce.stream().map(v -> words(setting, v)).toList());
        return new Chip(setting, value, !own.isEmpty(), setting == Setting.BAD, choices);
    }

    private List<String> values(Setting setting) {
        return switch (setting) {
            case ENCODING -> ENCODINGS;
            case SEPARATOR -> SEPARATORS;
            case DECIMAL -> List.of(".", ",");
            case HEADER ->
                IntStream.concat(IntStream.of(ReadSettings.NO_HEADER), IntStream.rangeClosed(1, HEADER_LINES))
                        .mapToObj(Integer::toString)
                        .toList();
            case DATES -> ReadSettings.datePatterns();
            case KIND -> List.of("price", "credit");
            case TARGET ->
                Stream.concat(
                                Stream.of(ReadSettings.NO_TARGET),
                                facts.header().stream()
                                        .filter(name -> !name.equals(ReadSettings.NO_TARGET))
                                        .limit(TARGETS))
                        .toList();
            case BAD -> facts.classes();
        };
    }

    private String words(Setting setting, String value) {
        return switch (setting) {
            case SEPARATOR -> separator(value, texts);
            case DECIMAL -> texts.get(value.equals(".") ? "data.decimal.point" : "data.decimal.comma");
            case HEADER ->
                value.equals(Integer.toString(ReadSettings.NO_HEADER))
                        ? texts.get("data.header.none")
                        : texts.get("data.header.line", value);
            case KIND -> texts.get("data.kind." + value);
            case TARGET -> value.equals(ReadSettings.NO_TARGET) ? texts.get("data.target.none") : value;
            case ENCODING, DATES, BAD -> value;
        };
    }

    static String separator(String character, Texts texts) {
        return texts.get(
                switch (character) {
                    case "," -> "data.separator.comma";
                    case ";" -> "data.separator.semicolon";
                    case "\t" -> "data.separator.tab";
                    case "|" -> "data.separator.pipe";
                    case " " -> "data.separator.blanks";
                    default -> "data.separator.other";
                });
    }
}
