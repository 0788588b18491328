package io.riskloom.engine.quality;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.riskloom.engine.data.ReadSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file is read and corrected; kept in the project and in every run's specification, so that the same data come out of
 * the same file again. {@link #PLAIN} detects everything and corrects nothing.
 */
public record Reading(ReadSettings settings, List<Step> steps) {

    public static final Reading PLAIN = new Reading(ReadSettings.DETECTED, List.of());
    private static final Gson GSON = new Gson();

    public Reading {
        settings = settings == null ? ReadSettings.DETECTED : settings;
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    public Reading with(ReadSettings changed) {
        return new Reading(changed, steps);
    }

    public Reading and(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Reading(settings, more);
    }

    public Reading without(int index) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(index);
        return new Reading(settings, fewer);
    }

    /**
     * What holds for other files of the same kind as well: what the columns mean and what is done to them. How this file is
     * written and which of its rows were mended stays with it.
     */
    public Reading elsewhere() {
        ReadSettings meaning = new ReadSettings(
                "",
                "",
                "",
                ReadSettings.DETECT,
                "",
                settings.kind(),
                settings.target(),
                settings.bad(),
                settings.roles(),
                settings.conflicts());
        return new Reading(meaning, steps.stream().filter(s -> s.fix().ofColumn()).toList());
    }

    public boolean plain() {
        return equals(PLAIN);
    }

    public String toJson() {
        return GSON.toJson(this);
    }

    /** @throws IllegalArgumentException where the text is no JSON of a reading, or a member is not permitted */
    public static Reading parse(String json) {
        try {
            Reading reading = GSON.fromJson(json, Reading.class);
            return reading == null ? PLAIN : reading;
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("not a reading: " + e.getMessage(), e);
        }
    }
}
