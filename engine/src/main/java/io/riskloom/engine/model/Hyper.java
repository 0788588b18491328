package io.riskloom.engine.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a hyper-parameter, once, on a record component of a {@link RunSpec}: range, default and kind. The form on screen,
 * the command line's help, validation and the stored run all read this. Its label and help stand in the bundle {@code hyper}
 * under {@code hyper.NAME} and {@code hyper.NAME.help}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Hyper {
    double min() default 0;

    double max() default 0;

    /** Default of a number. */
    double value() default 0;

    /** For text parameters: the permitted values, the first is the default unless {@link #initial} says otherwise. */
    String[] choices() default {};

    /** Whether the text is several of the choices, at least one, joined by commas in the order of the choices. */
    boolean several() default false;

    /** With {@link #several}: the default ones. */
    String[] initial() default {};

    /**
     * Defaults that depend on other settings, such as {@code "target=volatility:22"} or {@code "model=cnn|resnet50:1e-4"},
     * or on several at once: {@code "model=mlp&table=large:512"}; the first that fits counts, else the plain default. The other settings are choices with plain defaults.
     */
    String[] values() default {};

    /** The models that it concerns; empty for all. The others pay no heed to it, and forms hide it. */
    String[] models() default {};

    /** The validation schemes that it concerns; empty for all. The others pay no heed to it, and forms hide it. */
    String[] schemes() default {};

    /**
     * What must hold of other settings for it to concern a run, such as {@code "bands=dropout"} or
     * {@code "target=path|return"}; all of them. Others pay no heed to it, and forms hide it.
     */
    String[] when() default {};

    /** Shown only on request. */
    boolean advanced() default false;
}
