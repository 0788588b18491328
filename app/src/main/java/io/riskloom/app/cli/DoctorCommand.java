package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.riskloom.app.session.UserFolders;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.Doctor;
import io.riskloom.engine.service.Finding;
import io.riskloom.engine.service.Finding.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom doctor}: what the machine offers, in words, and how to get CUDA. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Says in words what this machine offers, what is missing for training on a GPU and exactly how to get it. Exits 0 "
                    + "unless something necessary is broken.",
            "JSON: ok, device (what auto chooses), and findings with name, mark (ok, note, problem), text and steps (text, "
                    + "commands)."
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--get-cuda", description = "Fetch PyTorch for CUDA after a yes, try it, and use it from then on.")
    private boolean getCuda;

    @Option(names = "--yes", description = "Fetch without a question.")
    private boolean yes;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (yes && !getCuda) {
            throw common.usage().wrong("cli.usage.needs", "--yes", "--get-cuda");
        }
        if (json && getCuda) {
            throw common.usage().wrong("cli.usage.either", "--json", "--get-cuda");
        }
        if (getCuda) {
            return new CudaConsole(common, yes).get();
        }
        Doctor.Result result = new Doctor().look(Map.of("projects", UserFolders.firstProject()));
        List<Finding> findings = new ArrayList<>(result.findings());
        findings.add(Finding.ok("product", "doctor.product", Version.text()));
        findings.add(ChineseFont.finding());
        findings.add(
                Display.present()
                        ? Finding.ok("display", "doctor.display.ok")
                        : Finding.note("display", "doctor.display.none", "doctor.display.todo"));
        boolean ok = findings.stream().noneMatch(finding -> finding.mark() == Mark.PROBLEM);
        if (json) {
            Common.print(json(findings, ok, result.device()));
        } else {
            print(findings);
        }
        return end(findings);
    }

    /** @return the exit code, 1 with a line on standard error where something necessary is broken */
    private int end(List<Finding> findings) {
        List<String> broken = findings.stream()
                .filter(finding -> finding.mark() == Mark.PROBLEM)
                .map(finding -> common.texts.get("doctor.name." + finding.name()))
                .toList();
        if (broken.isEmpty()) {
            return 0;
        }
        Common.complain(common.texts, Notice.of("doctor.broken", String.join(", ", broken)));
        return 1;
    }

    private JsonObject json(List<Finding> findings, boolean ok, String device) {
        JsonObject json = new JsonObject();
        json.addProperty("ok", ok);
        json.add("device", JsonNull.INSTANCE);
        if (!device.isEmpty()) {
            json.addProperty("device", device);
        }
        JsonArray array = new JsonArray();
        for (Finding finding : findings) {
            JsonObject one = new JsonObject();
            one.addProperty("name", finding.name());
            one.addProperty("mark", word(finding.mark()));
            one.addProperty("text", common.texts.of(finding.text()));
            JsonArray steps = new JsonArray();
            for (Finding.Step step : finding.steps()) {
                JsonObject todo = new JsonObject();
                todo.addProperty("text", common.texts.of(step.text()));
                JsonArray commands = new JsonArray();
                step.commands().forEach(commands::add);
                todo.add("commands", commands);
                steps.add(todo);
            }
            one.add("steps", steps);
            array.add(one);
        }
        json.add("findings", array);
        return json;
    }

    /** A line each, and below it what to do. */
    private void print(List<Finding> findings) {
        TextTable table = new TextTable("<<<");
        for (Finding finding : findings) {
            table.row(
                    common.texts.get("doctor.mark." + word(finding.mark())),
                    common.texts.get("doctor.name." + finding.name()),
                    common.texts.of(finding.text()));
        }
        List<String> lines = table.lines();
        for (int i = 0; i < findings.size(); i++) {
            System.out.println(lines.get(i));
            for (Finding.Step step : findings.get(i).steps()) {
                System.out.println("      → " + TextTable.printable(common.texts.of(step.text())));
                step.commands().forEach(command -> System.out.println("          " + command));
            }
        }
    }

    private static String word(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }
}
