package io.riskloom.app.result;

/** The page that shows what a run has given. */
public final class ResultPage {

    private ResultPage() {}

    /** Id of the task's page: its own name, apart from the classifier, which is looked into, and from unusual applicants. */
    public static String of(String task) {
        return switch (task) {
            case "classify" -> "inside";
            case "anomaly" -> "credit";
            default -> task;
        };
    }
}
