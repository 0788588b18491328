package io.riskloom.app.cli;

/** Work to be done where Ctrl+C ends the command. */
final class StopHook {

    private final Thread thread;

    private StopHook(Thread thread) {
        this.thread = thread;
    }

    static StopHook on(Runnable work) {
        Thread thread = new Thread(work);
        Runtime.getRuntime().addShutdownHook(thread);
        return new StopHook(thread);
    }

    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // Ctrl+C came: the hook is running and the machine is going down by itself.
            Thread.currentThread().interrupt();
        }
    }
}
