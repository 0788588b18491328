package io.riskloom.app.cli;

import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Specs;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            ResumeCommand.class,
            RunsCommand.class,
            ForecastCommand.class,
            ScoreCommand.class,
            GenerateCommand.class,
            EvaluateCommand.class,
            FeaturesCommand.class,
            ConvCommand.class,
            PoolCommand.class,
            ExportCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            CheckCommand.class,
        })
public final class Cli implements Callable<Integer> {

    /** Of a terminal's lines. */
    static final int HELP_WIDTH = 128;

    /** What a mistyped command looks like; a file's name has a dot, a folder or a capital. */
    private static final String WORD = "[a-z][a-z-]*";

    @Parameters(paramLabel = "PROJECT or CSV", arity = "0..*", description = "A project folder or CSV files to open.")
    private List<String> files = List.of();

    @Option(names = "--or-demo", hidden = true, description = "Where there is no display, run the demo instead.")
    private boolean orDemo;

    @Spec
    private CommandSpec command;

    private final Consumer<List<String>> openWindow;
    private final Texts texts = Common.texts();

    private Cli(Consumer<List<String>> openWindow) {
        this.openWindow = openWindow;
    }

    /**
     * Runs a command line: 0 on success, 2 on wrong usage, 1 on anything else with one line on standard error that says
     * what to do; log and stack traces only with {@code --verbose}.
     *
     * @param openWindow opens the workbench with the given files and returns when it is closed
     */
    public static int run(String[] args, Consumer<List<String>> openWindow) {
        StandardStreams.useUtf8();
        Cli root = new Cli(openWindow);
        CommandLine line = line(root, root.texts);
        settings(line, "spec", named(args), root.texts);
        settings(line, "train", Specs.tasks(), root.texts);
        line.setUsageHelpWidth(HELP_WIDTH);
        int code = line.execute(args);
        System.out.flush();
        System.err.flush();
        return code;
    }

    /** The settings of the tasks at the foot of a command's help. */
    private static void settings(CommandLine line, String command, List<String> tasks, Texts texts) {
        String[] foot = SettingsHelp.lines(texts, tasks, HELP_WIDTH - 1);
        line.getSubcommands().get(command).getCommandSpec().usageMessage().footer(foot);
    }

    /** The task that {@code spec TASK --help} names; all where none is named. */
    private static List<String> named(String[] args) {
        List<String> found = Specs.tasks().stream()
                .filter(task -> List.of(args).contains(task))
                .toList();
        return found.isEmpty() ? Specs.tasks() : found;
    }

    private static CommandLine line(Object command, Texts texts) {
        return new CommandLine(command)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionStrategy(parsed -> {
                    boolean window = parsed.commandSpec().userObject() instanceof Cli && !parsed.hasSubcommand();
                    if (!window && !parsed.originalArgs().contains("--verbose")) {
                        StandardStreams.hideLog();
                    }
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((error, rest) -> refuse(texts, error))
                .setExecutionExceptionHandler((error, at, parsed) -> {
                    Common.complain(texts, Tasks.reason(error));
                    if (parsed.originalArgs().contains("--verbose")) {
                        error.printStackTrace(System.err);
                    }
                    return 1;
                });
    }

    /** What was typed wrongly and where the help is, on one line. */
    private static int refuse(Texts texts, ParameterException error) {
        String message = error.getMessage().lines().findFirst().orElse("").replaceFirst("[.。]$", "");
        String name = error.getCommandLine().getCommandSpec().qualifiedName();
        System.err.println("riskloom: " + texts.get("cli.usage", message, name));
        return 2;
    }

    @Override
    public Integer call() throws NoticeException {
        for (String file : files) {
            if (!Files.exists(Path.of(file))) {
                if (file.matches(WORD)) {
                    throw new ParameterException(command.commandLine(), texts.get("cli.usage.command", file));
                }
                throw new NoticeException(Notice.of("common.error.noFile", file));
            }
        }
        if (Display.present()) {
            openWindow.accept(files);
            return 0;
        }
        if (!orDemo) {
            throw new NoticeException(Notice.of("cli.error.noDisplay"));
        }
        System.err.println(texts.get("common.error.noDisplay"));
        String folder = demoFolder(Path.of("")).toString();
        return line(new DemoCommand(), texts).execute("--out", folder);
    }

    /** Beside the other build results where the working folder is a checkout. */
    static Path demoFolder(Path working) {
        boolean checkout = Files.isDirectory(working.resolve("target")) || Files.exists(working.resolve("pom.xml"));
        return working.resolve(checkout ? "target/riskloom-demo" : "riskloom-demo");
    }
}
