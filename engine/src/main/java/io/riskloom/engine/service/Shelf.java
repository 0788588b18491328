package io.riskloom.engine.service;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The things used last, a few of them. Not thread-safe.
 *
 * @param <K> names a thing
 * @param <V> the thing
 */
final class Shelf<K, V> {

    private final int places;
    private final Consumer<V> discard;
    private final Map<K, V> things = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param places  how many things are kept
     * @param discard told each thing that leaves
     */
    Shelf(int places, Consumer<V> discard) {
        this.places = places;
        this.discard = discard;
    }

    /** The thing of that name, made where it is not there; the one unused for longest leaves first to make room. */
    V get(K key, Callable<V> make) throws Exception {
        V known = things.get(key);
        if (known != null) {
            return known;
        }
        makeRoom();
        V made = make.call();
        things.put(key, made);
        return made;
    }

    /** Takes in a thing that is not there yet; where there is no room the one unused for longest leaves. */
    void put(K key, V thing) {
        makeRoom();
        things.put(key, thing);
    }

    private void makeRoom() {
        if (things.size() >= places) {
            Iterator<V> oldest = things.values().iterator();
            V leaving = oldest.next();
            oldest.remove();
            discard.accept(leaving);
        }
    }

    /** The thing of that name, where it is there. */
    Optional<V> find(K key) {
        return Optional.ofNullable(things.get(key));
    }

    /** Whether any left. */
    boolean removeIf(Predicate<K> condition) {
        return things.entrySet().removeIf(entry -> {
            boolean leaves = condition.test(entry.getKey());
            if (leaves) {
                discard.accept(entry.getValue());
            }
            return leaves;
        });
    }
}
