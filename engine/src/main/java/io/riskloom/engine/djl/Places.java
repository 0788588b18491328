package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.Stage;
import java.time.LocalDate;
import java.util.List;

/** A network before one file of data, place by place: days of a series, or rows of applicants. */
interface Places extends Subject {

    /** The first place that can be looked at. */
    int first();

    /** The last place. */
    int last();

    /** Places that differ by less share some of their input. */
    int apart();

    /** {@link #input} of several places, one after the other. */
    float[] inputs(int... asked) throws NoticeException;

    /** Last day of a place's window; null for an applicant. */
    LocalDate date(int place);

    /** @param numbers the network's answer there */
    Inputs inputs(int place, float[] numbers) throws NoticeException;

    /** Which weights can be looked at. */
    List<Stage> stages();
}
