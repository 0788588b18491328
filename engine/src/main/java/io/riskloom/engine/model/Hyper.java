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

    /** For text parameters: the permitted values, the first is the default. */
    String[] choices() default {};

    /** The models that it concerns; empty for all. The others pay no heed to it, and forms hide it. */
    String[] models() default {};

    /** The validation schemes that it concerns; empty for all. The others pay no heed to it, and forms hide it. */
    String[] schemes() default {};

    /** Shown only on request. */
    boolean advanced() default false;
}
