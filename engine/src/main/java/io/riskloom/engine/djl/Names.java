package io.riskloom.engine.djl;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.LinkedHashMap;
import java.util.Map;

/** Structural names of weights, such as {@code stage1.block2.conv3.weight}: keys of the weight files. */
final class Names {
    private Names() {}

    /** Every parameter below a block, in the order of the network. */
    static Map<String, Parameter> of(Block root) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        collect("", root, named);
        return named;
    }

    private static void collect(String prefix, Block block, Map<String, Parameter> named) {
        for (Pair<String, Parameter> own : block.getDirectParameters()) {
            String name = prefix + own.getKey();
            if (named.put(name, own.getValue()) != null) {
                throw new IllegalStateException("two weights are called " + name);
            }
        }
        for (Pair<String, Block> child : block.getChildren()) {
            collect(prefix + plain(child.getKey()) + ".", child.getValue(), named);
        }
    }

    /** DJL puts the child's number before its name ({@code 03conv}). */
    static String plain(String key) {
        return key.replaceFirst("^\\d+", "");
    }
}
