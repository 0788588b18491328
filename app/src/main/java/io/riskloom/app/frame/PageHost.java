package io.riskloom.app.frame;

import io.riskloom.app.control.Page;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/** Shows the current page in the centre and its settings on the right. */
public final class PageHost {

    private final List<Page> pages;
    private final ObjectProperty<String> current;
    private final StackPane content = new StackPane();
    private final ScrollPane context = new ScrollPane();

    public PageHost(List<Page> pages, ObjectProperty<String> current) {
        this.pages = pages;
        this.current = current;
        content.setMinSize(0, 0);
        context.getStyleClass().add("context-pane");
        context.setFitToWidth(true);
        context.setFitToHeight(true);
        context.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        current.addListener((o, was, is) -> show());
        show();
    }

    public Node content() {
        return content;
    }

    public Node context() {
        return context;
    }

    public Page current() {
        return pages.stream()
                .filter(p -> p.id().equals(current.get()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no page " + current.get()));
    }

    private void show() {
        Page page = current();
        content.getChildren().setAll(page.content());
        context.setContent(page.context());
        page.shown();
    }
}
