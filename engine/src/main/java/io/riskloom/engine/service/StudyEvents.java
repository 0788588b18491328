package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.StudyPlan;

/** What a study tells while it works, member by member. Called on the engines' threads and the study's: return at once. */
public interface StudyEvents {

    StudyEvents SILENT = new StudyEvents() {};

    /** The member's run is in the project; its engine starts. */
    default void begun(StudyPlan.Member member, Run run) {}

    default void epoch(StudyPlan.Member member, EpochReport report) {}

    default void progress(StudyPlan.Member member, EngineEvents.Progress progress) {}

    default void log(StudyPlan.Member member, EngineEvents.LogLine line) {}

    /** The member's run has ended, however it ended. */
    default void ended(StudyPlan.Member member, Run run) {}

    /** The member could not be begun, or its end could not be stored. */
    default void refused(StudyPlan.Member member, Notice reason) {}
}
