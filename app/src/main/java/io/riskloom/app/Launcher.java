package io.riskloom.app;

import io.riskloom.app.cli.Cli;
import javafx.application.Application;

/** Where every start begins. Does not extend {@code Application}, so that JavaFX works from the class path. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        int code = Cli.run(args, files -> Application.launch(WorkbenchApp.class, files.toArray(String[]::new)));
        if (code != 0) {
            System.exit(code);
        }
    }
}
