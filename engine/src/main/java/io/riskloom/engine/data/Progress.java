package io.riskloom.engine.data;

/** Hears how far a long reading is, and may end it. */
@FunctionalInterface
public interface Progress {

    Progress NONE = share -> true;

    /**
     * @param share of the work that is done, from 0 to 1
     * @return false to give up; the reading then ends with {@code data.error.cancelled}
     */
    boolean on(double share);
}
