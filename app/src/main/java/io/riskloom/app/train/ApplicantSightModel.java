package io.riskloom.app.train;

import io.riskloom.app.task.LastAsked;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.CreditSpec;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** What the network will see of any applicant of the table; made in the background. */
final class ApplicantSightModel implements SightPlace {

    private record Question(CreditSpec spec, CreditBook book, int row) {}

    private final LastAsked<Question, ApplicantSight> work;
    private final ReadOnlyObjectWrapper<ApplicantSight> sight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
    private final IntegerProperty row = new SimpleIntegerProperty();
    private final ReadOnlyIntegerWrapper first = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper();
    private CreditSpec spec;
    private CreditBook book;
    private boolean moving;

    ApplicantSightModel(Tasks tasks) {
        ApplicantSightMaker maker = new ApplicantSightMaker();
        work = new LastAsked<>(tasks, question -> maker.at(question.spec(), question.book(), question.row()));
        work.latest().subscribe(latest -> {
            sight.set(latest.answer());
            problem.set(latest.problem());
        });
        row.subscribe((before, now) -> ask());
    }

    /** That of the applicant before until the next is made; null where there is none. */
    ReadOnlyObjectProperty<ApplicantSight> sight() {
        return sight.getReadOnlyProperty();
    }

    /** Why the network can see nothing. */
    ReadOnlyObjectProperty<Optional<Notice>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a network of the settings sees applicants as pictures or as months. */
    @Override
    public ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    /** Row of the table. */
    @Override
    public IntegerProperty place() {
        return row;
    }

    @Override
    public ReadOnlyIntegerProperty first() {
        return first.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyIntegerProperty last() {
        return last.getReadOnlyProperty();
    }

    /** Shows the inputs that settings make of a table; one that is new is shown at its first row. */
    void show(CreditSpec wanted, CreditBook table) {
        if (!ApplicantSightMaker.sees(wanted) || table.size() == 0 || table.bad().length == 0) {
            clear();
            return;
        }
        boolean fresh = table != book;
        if (fresh) {
            offered.set(false); // whatever is told of a row is asked anew
        }
        spec = wanted;
        book = table;
        moving = true;
        last.set(table.size() - 1);
        row.set(fresh ? 0 : Math.min(row.get(), last.get()));
        moving = false;
        offered.set(true);
        ask();
    }

    void clear() {
        book = null;
        offered.set(false);
        work.clear();
    }

    @Override
    public void step(int rows) {
        if (book != null) {
            row.set(Math.clamp(row.get() + rows, 0, last.get()));
        }
    }

    @Override
    public String words(Texts texts) {
        return book == null
                ? ""
                : texts.get(
                        "train.applicant.date",
                        Formats.number(row.get() + 1, 0),
                        Formats.number(book.size(), 0),
                        book.bad()[row.get()] ? book.badLabel() : book.goodLabel());
    }

    private void ask() {
        if (book != null && !moving) {
            work.ask(new Question(spec, book, Math.min(row.get(), last.get())));
        }
    }
}
