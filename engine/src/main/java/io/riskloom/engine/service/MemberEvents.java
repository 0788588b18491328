package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.run.StudyPlan;

/** Hands on what a member's engine tells, with the member. */
record MemberEvents(StudyEvents listener, StudyPlan.Member member) implements EngineEvents {

    @Override
    public void epoch(EpochReport report) {
        listener.epoch(member, report);
    }

    @Override
    public void progress(Progress progress) {
        listener.progress(member, progress);
    }

    @Override
    public void log(LogLine line) {
        listener.log(member, line);
    }
}
