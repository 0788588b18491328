package io.riskloom.app.cli;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.service.CudaFetch;
import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** {@code riskloom doctor --get-cuda}: says what would be fetched, asks, fetches, says how it went. */
final class CudaConsole {

    private static final Set<String> AGREED = Set.of("yes", "y", "是");

    private final Common common;
    private final boolean agreed;
    private final CudaFetch fetch = new CudaFetch();

    /** @param agreed whether the yes was given on the command line */
    CudaConsole(Common common, boolean agreed) {
        this.common = common;
        this.agreed = agreed;
    }

    int get() throws NoticeException, IOException, InterruptedException {
        fetch.check();
        if (fetch.present()) {
            say("doctor.get.present", CudaFetch.VERSION, fetch.folder());
        } else {
            say(
                    "doctor.get.what",
                    CudaFetch.VERSION,
                    CudaFetch.TRANSFER_GB,
                    CudaFetch.SOURCE,
                    fetch.folder(),
                    CudaFetch.DISK_GB);
            if (!agreed && !asked()) {
                say("doctor.get.declined");
                return 0;
            }
        }
        Notice done = fetch.fetch(line -> {
            if (common.verbose || line.text().contains("Downloading")) {
                System.err.println(line.text());
            }
        });
        System.out.println(common.texts.of(done));
        return 0;
    }

    private boolean asked() throws NoticeException {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new NoticeException(Notice.of("doctor.get.noConsole"));
        }
        return agrees(console.readLine("%s ", common.texts.get("doctor.get.ask")));
    }

    /** @param answer null where the input has ended */
    static boolean agrees(String answer) {
        return answer != null && AGREED.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private void say(String key, Object... args) {
        System.out.println(common.texts.get(key, args));
    }
}
