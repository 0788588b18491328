package io.riskloom.engine.model;

import java.util.Map;

/**
 * All that is needed to repeat a run, beside its spec.
 *
 * @param dataSha256 hash of the data file
 * @param device     {@code cpu} or {@code gpu0}
 * @param threads    of the native library
 * @param versions   of java, riskloom, djl, pytorch
 */
public record Provenance(String dataSha256, String device, int threads, Map<String, String> versions) {
    public Provenance {
        versions = Map.copyOf(versions);
    }
}
