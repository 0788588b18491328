package io.riskloom.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads all files at once in a JVM that has read none before, and prints their rows. */
final class ManyReaders {

    private ManyReaders() {}

    public static void main(String[] args) throws Exception {
        List<Future<Integer>> rows = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(args.length);
        try (ExecutorService readers = Executors.newFixedThreadPool(args.length)) {
            for (Path file : Arrays.stream(args).map(Path::of).toList()) {
                rows.add(readers.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return CsvReader.read(file).report().rows();
                }));
            }
            for (Future<Integer> row : rows) {
                System.out.print(row.get() + " ");
            }
        }
    }
}
