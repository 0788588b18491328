package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** What each layer makes of the input: all channels as tiles, one of them closely. */
final class MapsPane implements InsidePane {

    private static final double LEAST = 430;
    private static final double SIDE = 288;

    private final MapsModel model;
    private final ChannelCard channel;
    private final HBox content;
    private final MapsSettings settings;

    MapsPane(Looked looked, Texts texts) {
        model = new MapsModel(looked);
        TilesView tiles = new TilesView(model, texts);
        TilesCard card = new TilesCard(model, tiles, texts);
        card.setMinWidth(0);
        channel = new ChannelCard(model, texts);
        channel.setMinWidth(SIDE);
        channel.setPrefWidth(SIDE);
        channel.setMaxWidth(SIDE);
        content = new HBox(12, Cards.grow(card), channel);
        content.setMinHeight(LEAST);
        content.setPrefHeight(LEAST);
        settings = new MapsSettings(model, tiles, texts);
        model.pointed().addListener((o, was, is) -> trace(is));
    }

    private void trace(Pointed at) {
        Looked looked = model.looked();
        boolean cell = at != null && !model.weights().get();
        looked.traced().set(cell ? new Trace(looked.layer().get(), at.row(), at.column()) : null);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node settings() {
        return settings;
    }

    @Override
    public void look(boolean shown) {
        model.look(shown);
        channel.look(shown);
        if (!shown) {
            model.point(null);
        }
    }

    @Override
    public void cancel() {
        channel.cancel();
    }
}
