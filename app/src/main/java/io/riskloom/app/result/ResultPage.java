package io.riskloom.app.result;

/** The page that shows what a run has given. */
public final class ResultPage {

    private ResultPage() {}

    /** Id of the task's page: its own name, apart from the classifier, which is looked into. */
    public static String of(String task) {
        return task.equals("classify") ? "inside" : task;
    }
}
