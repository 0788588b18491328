package io.riskloom.engine.quality;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.engine.data.ReadSettings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a file is read and corrected; kept in the project and in every run's specification, so that the same data come out of
 * the same file again. {@link #PLAIN} detects everything and corrects nothing.
 *
 * @param carried whether the steps come from another file ({@link #elsewhere()}), whose columns this one need not all have
 */
public record Reading(ReadSettings settings, List<Step> steps, boolean carried) {

    public static final Reading PLAIN = new Reading(ReadSettings.DETECTED, List.of());
    private static final Gson GSON = new Gson();

    public Reading {
        settings = settings == null ? ReadSettings.DETECTED : settings;
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** Made for the file itself. */
    public Reading(ReadSettings settings, List<Step> steps) {
        this(settings, steps, false);
    }

    public Reading with(ReadSettings changed) {
        return new Reading(changed, steps, carried);
    }

    public Reading and(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Reading(settings, more, carried);
    }

    public Reading without(int index) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(index);
        return new Reading(settings, fewer, carried);
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
                DataFile.settings(this).conflicts());
        return new Reading(
                meaning, steps.stream().filter(s -> s.fix().ofColumn()).toList(), true);
    }

    public boolean plain() {
        return equals(PLAIN);
    }

    public String toJson() {
        return GSON.toJson(this);
    }

    /** @throws IllegalArgumentException where the text is no JSON of a reading, or a member is unknown or not permitted */
    public static Reading parse(String json) {
        try {
            JsonObject tree = JsonParser.parseString(json).getAsJsonObject();
            refuseUnknown("reading", tree, Reading.class);
            if (tree.has("settings")) {
                refuseUnknown("settings", tree.getAsJsonObject("settings"), ReadSettings.class);
            }
            if (tree.has("steps")) {
                tree.getAsJsonArray("steps").forEach(s -> refuseUnknown("step", s.getAsJsonObject(), Step.class));
            }
            return GSON.fromJson(tree, Reading.class);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) { // Gson wraps what it finds and what a record's constructor refuses
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException("not a reading: " + cause.getMessage(), e);
        }
    }

    /** A mistyped member would otherwise silently leave its setting to be detected. */
    private static void refuseUnknown(String where, JsonObject object, Class<? extends Record> type) {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (String key : object.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("unknown member " + key + " of " + where + "; known are " + known);
            }
        }
    }
}
