package io.riskloom.engine.service;

/** A child without natives. */
final class FakeEngineMain {

    private FakeEngineMain() {}

    public static void main(String[] args) {
        EngineMain.serve(events -> new LocalEngine(events, new FakeWork()));
    }
}
