package io.riskloom.app.inside;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.TopInputs;
import io.riskloom.engine.service.Requests;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The windows or applicants that excite the chosen channel most; asked for while that is looked at. */
final class TopModel {

    private static final int COUNT = 12;

    private final MapsModel maps;
    private final Looked looked;
    private final Latest<Requests.TopRequest, TopInputs> asked;
    private final ReadOnlyObjectWrapper<TopInputs> top = new ReadOnlyObjectWrapper<>();
    private boolean shown;

    TopModel(MapsModel maps) {
        this.maps = maps;
        this.looked = maps.looked();
        this.asked = new Latest<>(looked.session(), "inside.task.top", request -> engine -> engine.topInputs(request));
        asked.answer().addListener((o, was, is) -> take());
        maps.channel().addListener((o, was, is) -> ask());
        looked.layer().addListener((o, was, is) -> ask());
        looked.graph().addListener((o, was, is) -> {
            asked.cancel();
            asked.clear();
            take();
        });
    }

    void look(boolean now) {
        shown = now;
        if (!now) {
            cancel();
        }
        ask();
    }

    /** Of the chosen channel; null until it is there. */
    ReadOnlyObjectProperty<TopInputs> top() {
        return top.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> problem() {
        return asked.problem();
    }

    ReadOnlyBooleanProperty busy() {
        return asked.busy();
    }

    void cancel() {
        asked.cancel();
    }

    private void ask() {
        take();
        if (shown && looked.ready() && maps.channel().get() >= 0) {
            asked.ask(new Requests.TopRequest(
                    looked.model(),
                    looked.data(),
                    looked.layer().get(),
                    maps.channel().get(),
                    COUNT));
        }
    }

    private void take() {
        Latest.Answer<Requests.TopRequest, TopInputs> found = asked.answer().get();
        boolean own = found != null
                && found.answer().layer().equals(looked.layer().get())
                && found.answer().channel() == maps.channel().get();
        top.set(own ? found.answer() : null);
    }
}
