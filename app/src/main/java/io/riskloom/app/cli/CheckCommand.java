package io.riskloom.app.cli;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.service.CheckReport;
import io.riskloom.engine.service.EngineService;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom check}: runs every native part once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Runs every native part once; exits 0 when all of them work.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CheckReport report = common.ask(EngineService::check);
        if (json) {
            System.out.println(Json.gson().toJson(report));
        } else {
            for (CheckReport.Item item : report.items()) {
                System.out.printf(
                        "%s  %s  %s%n",
                        item.passed() ? "ok    " : "FAILED", common.texts.get("check." + item.name()), item.detail());
            }
        }
        if (!report.passed()) {
            String failed = report.items().stream()
                    .filter(item -> !item.passed())
                    .map(item -> common.texts.get("check." + item.name()))
                    .collect(Collectors.joining(", "));
            Common.complain(common.texts, Notice.of("check.failed", failed));
        }
        return report.passed() ? 0 : 1;
    }
}
