package io.riskloom.engine.service;

import java.util.List;

/** Result of the self-check. */
public record CheckReport(List<Item> items) {
    public CheckReport {
        items = List.copyOf(items);
    }

    public boolean passed() {
        return items.stream().allMatch(Item::passed);
    }

    /**
     * @param name   key under {@code check.} in the bundles
     * @param detail version, difference or the error's text
     */
    public record Item(String name, boolean passed, String detail) {}
}
