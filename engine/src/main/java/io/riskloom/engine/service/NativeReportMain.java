package io.riskloom.engine.service;

import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Json;

/** The child of {@link NativeReport}: one JSON object on standard output, or the cause of its failure as its last line. */
final class NativeReportMain {
    private NativeReportMain() {}

    public static void main(String[] args) {
        try {
            NativeReport report = new NativeReport(
                    Torch.version(), Torch.folder(), Torch.knowsCuda(), Torch.gpuCount(), Torch.gpuTrouble());
            System.out.println(Json.gson().toJson(report));
        } catch (RuntimeException | LinkageError e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            e.printStackTrace();
            System.err.println(cause.getClass().getSimpleName() + ": " + cause.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }
}
