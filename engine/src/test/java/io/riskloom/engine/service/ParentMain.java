package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import java.util.concurrent.TimeUnit;

/** A parent to be killed: starts a child that trains into the folder {@code args[0]} and says when it does. */
final class ParentMain {

    private ParentMain() {}

    public static void main(String[] args) throws Exception {
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, "prices.csv"), "series", "held");
        EngineEvents events = new EngineEvents() {
            @Override
            public void epoch(EpochReport report) {
                System.out.println("epoch " + report.epoch());
            }

            @Override
            public void progress(Progress progress) {}

            @Override
            public void log(LogLine line) {}
        };
        try (ChildEngine child = ChildEngine.start(ChildOptions.defaults(), events, FakeEngineMain.class.getName())) {
            child.train(new TrainRequest(Specs.with(spec, "epochs", 1000), args[0], "cpu"))
                    .get(10, TimeUnit.MINUTES);
        }
    }
}
