package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all optimisers do. */
final class Optimisers {
    private Optimisers() {}

    /** An array of zeros beside each weight, in the order of the network, named after it. */
    static Map<String, NDArray> zeros(String prefix, Network network) {
        Map<String, NDArray> zeros = new LinkedHashMap<>();
        // the fused kernels walk through memory: these must lie there as the weights do
        network.trainable().forEach((name, weight) -> zeros.put(prefix + name, Ops.zeros(weight)));
        return zeros;
    }

    static void close(IValue... lists) {
        for (IValue list : lists) {
            list.close();
        }
    }
}
