package io.riskloom.app.data;

import io.riskloom.engine.data.ReadSettings;
import java.util.ArrayList;
import java.util.List;

/** What a reader can decide about how a file is read. Message keys are {@code data.setting.NAME}. */
enum Setting {
    ENCODING,
    SEPARATOR,
    DECIMAL,
    HEADER,
    DATES,
    KIND,
    TARGET,
    BAD;

    /** What the settings say, empty where it is detected; several texts for the bad class. */
    List<String> of(ReadSettings settings) {
        String value =
                switch (this) {
                    case ENCODING -> settings.encoding();
                    case SEPARATOR -> settings.separator();
                    case DECIMAL -> settings.decimal();
                    case HEADER -> settings.header() == ReadSettings.DETECT ? "" : Integer.toString(settings.header());
                    case DATES -> settings.dates();
                    case KIND -> settings.kind();
                    case TARGET -> settings.target();
                    case BAD -> "";
                };
        if (this == BAD) {
            return settings.bad();
        }
        return value.isEmpty() ? List.of() : List.of(value);
    }

    /**
     * The settings with this one changed; an empty value leaves it to be detected. A text of the bad class is added where it is
     * not there and taken away where it is.
     *
     * @param target the target in force, which a bad class belongs to
     */
    ReadSettings in(ReadSettings settings, String value, String target) {
        return switch (this) {
            case ENCODING -> settings.withEncoding(value);
            case SEPARATOR -> settings.withSeparator(value);
            case DECIMAL -> settings.withDecimal(value);
            case HEADER -> settings.withHeader(value.isEmpty() ? ReadSettings.DETECT : Integer.parseInt(value));
            case DATES -> settings.withDates(value);
            case KIND -> settings.withKind(value);
            case TARGET -> settings.withTarget(value, List.of());
            case BAD -> settings.withTarget(target, toggled(settings.bad(), value));
        };
    }

    private static List<String> toggled(List<String> texts, String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> next = new ArrayList<>(texts);
        if (!next.remove(value)) {
            next.add(value);
        }
        return next;
    }
}
