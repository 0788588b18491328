package io.riskloom.app.cli;

import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom}: the root command. Without a subcommand it opens the workbench. */
@Command(
        name = "riskloom",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Opens the workbench, or runs one of the commands below without a display.",
        subcommands = {
            DemoCommand.class,
            InspectCommand.class,
            SpecCommand.class,
            TrainCommand.class,
            RunsCommand.class,
            ForecastCommand.class,
            ScoreCommand.class,
            GenerateCommand.class,
            FeaturesCommand.class,
            ConvCommand.class,
            PoolCommand.class,
            CheckCommand.class,
        })
public final class Cli implements Runnable {

    @Parameters(paramLabel = "PROJECT or CSV", arity = "0..*", description = "A project folder or CSV files to open.")
    private List<String> files = List.of();

    @Option(names = "--or-demo", hidden = true, description = "Where there is no display, run the demo instead.")
    private boolean orDemo;

    private final Consumer<List<String>> openWindow;
    private final Texts texts;
    private int code;

    private Cli(Consumer<List<String>> openWindow, Texts texts) {
        this.openWindow = openWindow;
        this.texts = texts;
    }

    /**
     * Runs a command line: 0 on success, 2 on wrong usage, 1 on anything else with one line on standard error that says what
     * to do; a stack trace only with {@code --verbose}.
     *
     * @param openWindow opens the workbench with the given files and returns when it is closed
     */
    public static int run(String[] args, Consumer<List<String>> openWindow) {
        Texts texts = new Texts(Locale.getDefault().getLanguage().equals("zh") ? Texts.CHINESE : Texts.ENGLISH);
        Cli root = new Cli(openWindow, texts);
        CommandLine line = new CommandLine(root);
        line.setExecutionExceptionHandler((error, command, parsed) -> fail(texts, error, args));
        line.setParameterExceptionHandler((error, rest) -> {
            error.getCommandLine()
                    .getErr()
                    .println("riskloom: "
                            + error.getMessage().lines().findFirst().orElse(""));
            error.getCommandLine()
                    .getErr()
                    .println(texts.get(
                            "cli.seeHelp",
                            error.getCommandLine().getCommandSpec().qualifiedName()));
            return 2;
        });
        int result = line.execute(args);
        return result != 0 ? result : root.code;
    }

    @Override
    public void run() {
        if (Display.present()) {
            openWindow.accept(files);
        } else if (orDemo) {
            System.err.println(texts.get("common.error.noDisplay"));
            code = new CommandLine(new DemoCommand())
                    .setExecutionExceptionHandler((error, command, parsed) -> fail(texts, error, new String[0]))
                    .execute();
        } else {
            System.err.println("riskloom: " + texts.get("cli.error.noDisplay"));
            code = 1;
        }
    }

    private static int fail(Texts texts, Exception error, String[] args) {
        System.err.println("riskloom: " + texts.of(Tasks.reason(error)).replace('\n', ' '));
        if (List.of(args).contains("--verbose")) {
            error.printStackTrace(System.err);
        }
        return 1;
    }
}
