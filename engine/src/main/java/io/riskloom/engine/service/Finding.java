package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import java.util.List;

/**
 * One thing that {@link Doctor} looked at.
 *
 * @param name  short and stable, for scripts, and a key under {@code doctor.name.}: {@code system memory java product
 *     folder.natives folder.projects library native processor driver cuda font display}
 * @param text  what is there
 * @param steps what to do about it; empty where it is fine
 */
public record Finding(String name, Mark mark, Notice text, List<Step> steps) {

    public enum Mark {
        OK,
        /** Something optional is missing. */
        NOTE,
        /** Something necessary is broken. */
        PROBLEM
    }

    /**
     * @param text     what to do
     * @param commands to be typed, one a line
     */
    public record Step(Notice text, List<String> commands) {
        public Step {
            commands = List.copyOf(commands);
        }

        static Step of(String key, Object... args) {
            return new Step(Notice.of(key, args), List.of());
        }
    }

    public Finding {
        steps = List.copyOf(steps);
    }

    public static Finding ok(String name, String key, Object... args) {
        return new Finding(name, Mark.OK, Notice.of(key, args), List.of());
    }

    /** Something optional with one thing to do, whose arguments are the finding's. */
    public static Finding note(String name, String key, String todo, Object... args) {
        return new Finding(name, Mark.NOTE, Notice.of(key, args), List.of(Step.of(todo, args)));
    }

    /** Something necessary with one thing to do, whose arguments are the finding's. */
    public static Finding problem(String name, String key, String todo, Object... args) {
        return new Finding(name, Mark.PROBLEM, Notice.of(key, args), List.of(Step.of(todo, args)));
    }
}
