package io.riskloom.engine.service;

import io.riskloom.engine.data.Applicants;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.CsvCells;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.quality.ApplicantFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Scores one file of applicants into another, portion by portion, so that its length costs time but no memory. */
final class FileScoring {

    private static final int PORTION = 4096;

    private final FileModel model;
    private final Requests.ScoreFileRequest request;
    private final ScoringProgress progress;
    private final UnseenLevels unseen;
    private final BeyondTraining beyond;
    private final long start = System.nanoTime();
    private ApplicantFile file;
    private long rows;
    private long refused;
    private double sum;

    FileScoring(FileModel model, Requests.ScoreFileRequest request, EngineEvents events, BooleanSupplier stopped) {
        this.model = model;
        this.request = request;
        this.progress = new ScoringProgress(events, stopped);
        this.unseen = new UnseenLevels(model.encoder());
        this.beyond = new BeyondTraining(model.encoder());
    }

    /**
     * @throws NoticeException as {@link WriteTarget#check}, {@code score.error.sameFile} (file), {@code score.error.columns} (file, missing, of, names) where over half
     *     of the model's columns are missing, {@code score.error.write} (file, reason); what reading the file has to say
     */
    ScoreReport run() throws NoticeException, IOException {
        Path data = Path.of(request.data());
        Path out = Path.of(request.out());
        if (WriteTarget.same(out, data)) {
            throw new NoticeException(Notice.of("score.error.sameFile", data.getFileName()));
        }
        WriteTarget.check(out, request.model());
        try (ApplicantFile opened = ApplicantFile.open(
                data, request.model().spec().readingOf(data), model.encoder().numeric(), false, progress)) {
            file = opened;
            List<String> missing = KnownColumns.missing(model.encoder(), opened.columns(), data);
            save(out);
            progress.end();
            return report(notes(missing), true);
        } catch (CancellationException e) {
            return report(List.of(), false);
        } catch (NoticeException e) {
            if (progress.stopped()) {
                return report(List.of(), false); // the reader says in its own way that it was ended
            }
            throw e;
        }
    }

    private void save(Path out) throws NoticeException, IOException {
        try {
            AtomicFiles.write(out, this::write);
        } catch (IOException e) {
            switch (e.getCause()) {
                case NoticeException reading -> throw reading;
                case IOException reading -> throw reading;
                case null, default ->
                    throw new NoticeException(Notice.of("score.error.write", out, String.valueOf(e.getMessage())), e);
            }
        }
    }

    private void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write(heading());
        Optional<Applicants> next = read();
        while (next.isPresent()) {
            score(next.get(), writer);
            if (!progress.scored(rows)) {
                throw new CancellationException();
            }
            next = read();
        }
        writer.flush();
    }

    /** What goes wrong here is the cause of what a writer of files may throw. */
    private Optional<Applicants> read() throws IOException {
        try {
            return file.next(PORTION);
        } catch (NoticeException | IOException e) {
            throw new IOException(e);
        }
    }

    private String heading() {
        List<String> names = new ArrayList<>(List.of("row"));
        file.identifiers().forEach(name -> names.add(CsvCells.text(name)));
        names.addAll(List.of("score", "decision"));
        for (int i = 1; i <= request.reasons(); i++) {
            names.add("reason_" + i);
        }
        return String.join(",", names) + "\n";
    }

    private FileModel.Scored scored(Applicants applicants) throws IOException {
        try {
            return model.score(applicants.book(), request.reasons(), progress::stopped);
        } catch (NoticeException e) {
            throw new IOException(e);
        }
    }

    private void score(Applicants applicants, Writer writer) throws IOException {
        unseen.add(applicants.book());
        beyond.add(applicants.book(), applicants.lines());
        FileModel.Scored portion = scored(applicants);
        double[] scores = portion.scores();
        List<String[]> identifiers = file.identifiers().stream()
                .map(name -> applicants.texts().get(name))
                .toList();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < scores.length; i++) {
            boolean above = scores[i] >= request.cutOff();
            line.setLength(0);
            line.append(++rows);
            for (String[] column : identifiers) {
                line.append(',').append(CsvCells.text(column[i]));
            }
            line.append(',').append(CsvCells.number(scores[i]));
            line.append(',').append(above ? model.above() : model.below());
            for (String reason : portion.reasons().of(i, above)) {
                line.append(',').append(CsvCells.text(reason));
            }
            writer.append(line.append('\n'));
            refused += above ? 1 : 0;
            sum += scores[i];
        }
    }

    private List<Notice> notes(List<String> missing) {
        List<Notice> notes = new ArrayList<>();
        Set<String> columns = model.encoder().numeric().keySet();
        file.warnings().stream()
                .filter(warning -> warning.column().isEmpty() || columns.contains(warning.column()))
                .forEach(warning -> notes.add(warning.notice()));
        if (!missing.isEmpty()) {
            notes.add(Notice.of("credit.note.absent", String.join(", ", missing), missing.size()));
        }
        notes.addAll(unseen.notes());
        notes.addAll(beyond.notes());
        return notes;
    }

    private ScoreReport report(List<Notice> notes, boolean complete) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return new ScoreReport(rows, refused, rows == 0 ? Double.NaN : sum / rows, seconds, notes, complete);
    }
}
