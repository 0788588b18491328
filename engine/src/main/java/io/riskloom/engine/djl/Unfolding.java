package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.util.Pair;
import io.riskloom.engine.djl.Flow.Operation;
import io.riskloom.engine.djl.Flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks through a network's blocks and lists its steps. Blocks that only hold others leave no step of their own. */
final class Unfolding {
    /** Chains that group nothing for the eye: what stands beside a linear layer, and what comes after pixels. */
    private static final Set<String> WRAPPERS = Set.of("main", "network");

    private static final Set<String> NAMED = Set.of("relu", "silu", "flat", "average", "last");
    private static final Set<String> WITHOUT_PLACE = Set.of("flat", "average", "last", "mean");

    private final List<Step> steps;
    private Network network;

    private Unfolding(List<Step> steps) {
        this.steps = steps;
    }

    static List<Step> of(List<Network> networks) {
        Unfolding unfolding = new Unfolding(new ArrayList<>());
        Axes axes = Axes.of(networks.getFirst().sample());
        unfolding.steps.add(
                new Step("input", "", "input", axes, Optional.empty(), Optional.empty(), List.of(), NDList::head));
        int[] answers = new int[networks.size()];
        for (int m = 0; m < answers.length; m++) {
            unfolding.network = networks.get(m);
            String member = answers.length == 1 ? "" : Ensemble.member(m);
            answers[m] = unfolding.walk(member, member, networks.get(m).block(), 0);
        }
        if (answers.length > 1) {
            unfolding.add("mean", "", "mean", list -> Recorded.times(sum(list), 1.0 / list.size()), answers);
        }
        return unfolding.steps;
    }

    private static NDArray sum(NDList list) {
        NDArray sum = list.head();
        for (NDArray each : list.subNDList(1)) {
            sum = sum.add(each);
        }
        return sum;
    }

    /** The place of the step whose answer is the block's. */
    private int walk(String path, String group, Block block, int from) {
        return switch (block) {
            case Chain chain -> chain(path, group, chain, from);
            case Residual residual -> residual(path, residual, from);
            case Skip skip -> skip(path, group, skip, from);
            case BothWays both -> bothWays(path, both, from);
            case Months months -> months(path, months, from);
            case RecurrentBlock recurrent -> recurrent(path, group, recurrent, from);
            default -> leaf(path, group, block, from);
        };
    }

    private int chain(String path, String group, Chain chain, int from) {
        int last = from;
        for (Pair<String, Block> child : chain.getChildren()) {
            String name = Names.plain(child.getKey());
            String below = under(path, name);
            boolean part = child.getValue() instanceof Chain && !WRAPPERS.contains(name);
            last = walk(below, part ? below : group, child.getValue(), last);
        }
        return last;
    }

    private int residual(String path, Residual residual, int from) {
        int main = walk(under(path, "main"), path, residual.main(), from);
        int beside = residual.shortcut()
                .map(chain -> walk(under(path, "shortcut"), path, chain, from))
                .orElse(from);
        int sum = add(under(path, "add"), path, "add", list -> list.get(0).add(list.get(1)), main, beside);
        return add(under(path, "relu"), path, "relu", list -> Residual.relu(list.head()), sum);
    }

    private int skip(String path, String group, Skip skip, int from) {
        int main = walk(under(path, "main"), group, skip.main(), from);
        String own = under(path, "skip");
        int last = add(under(own, "last"), own, "last", list -> Skip.lastDay(list.head()), from);
        int linear = leaf(own, own, skip.linear(), last);
        return add(under(path, "add"), group, "add", list -> list.get(0).add(list.get(1)), main, linear);
    }

    private int bothWays(String path, BothWays both, int from) {
        int there = layer(under(path, "forwards"), path, new RecurrentLayer(both.forwards(), 0, false), from);
        int back = layer(under(path, "backwards"), path, new RecurrentLayer(both.backwards(), 0, true), from);
        return add(under(path, "join"), path, "concat", BothWays::joined, there, back);
    }

    private int recurrent(String path, String group, RecurrentBlock block, int from) {
        int layers = RecurrentLayer.count(block);
        int last = from;
        for (int i = 0; i < layers; i++) {
            String name = layers == 1 ? path : under(path, "layer" + (i + 1));
            last = layer(name, layers == 1 ? group : path, new RecurrentLayer(block, i, false), last);
        }
        return last;
    }

    private int layer(String path, String group, RecurrentLayer layer, int from) {
        return add(new Step(
                path,
                group,
                layer.kind(),
                Axes.DAYS_CHANNELS,
                Optional.of(layer.block()),
                Optional.of(layer),
                layer.weights(),
                list -> layer.states(list.head()),
                from));
    }

    private int months(String path, Months months, int from) {
        List<NDArray> table = months.table().map(Parameter::getArray).stream().toList();
        int steps = add(new Step(
                under(path, "steps"),
                path,
                "steps",
                Axes.DAYS_CHANNELS,
                Optional.of(months),
                Optional.empty(),
                table,
                list -> months.months(list.head(), table.isEmpty() ? null : table.getFirst()),
                from));
        int states = layer(under(path, "layer"), path, new RecurrentLayer(months.layer(), 0, false), steps);
        int last = add(under(path, "last"), path, "last", list -> Months.last(list.head()), states);
        int mean = add(under(path, "mean"), path, "mean", list -> Months.mean(list.head()), states);
        int[] all = months.fixed()
                .map(fixed -> new int[] {last, mean, leaf(under(path, "fixed"), path, fixed, from)})
                .orElse(new int[] {last, mean});
        return add(under(path, "join"), path, "concat", list -> NDArrays.concat(list, 1), all);
    }

    /** A block that is one operation. */
    private int leaf(String path, String group, Block block, int from) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        String kind = kind(block, name);
        Network own = network;
        List<NDArray> weights = new ArrayList<>();
        for (Pair<String, Parameter> each : block.getDirectParameters()) {
            if (each.getValue().requiresGradient()) {
                weights.add(each.getValue().getArray());
            }
        }
        return add(new Step(
                path,
                group,
                kind,
                axes(kind, name, steps.get(from).axes()),
                Optional.of(block),
                Optional.empty(),
                weights,
                list -> own.forward(block, list.head(), false),
                from));
    }

    private static String kind(Block block, String name) {
        return switch (block) {
            case Convolution conv -> "conv";
            case BatchNorm norm -> "norm";
            case MaxPool pool -> "pool";
            case Linear linear -> "dense";
            case Dropout dropout -> "dropout";
            case Embedded embedded -> "embed";
            case Pixels pixels -> "pixels";
            case LambdaBlock lambda -> {
                String plain = name.replaceFirst("\\d+$", "");
                yield NAMED.contains(plain) ? plain : plain.equals("past") ? "pad" : "other";
            }
            default -> throw new IllegalArgumentException("no layer is made of " + block.getClass());
        };
    }

    private static Axes axes(String kind, String name, Axes before) {
        if (WITHOUT_PLACE.contains(kind) || kind.equals("embed")) {
            return Axes.FLAT;
        }
        return kind.equals("pixels") ? Axes.PICTURE : name.equals("days") ? Axes.CHANNELS_DAYS : before;
    }

    /** A sum, a choice or the like of earlier answers. */
    private int add(String path, String group, String kind, Operation operation, int... from) {
        Axes axes = axes(kind, "", steps.get(from[0]).axes());
        return add(new Step(path, group, kind, axes, Optional.empty(), Optional.empty(), List.of(), operation, from));
    }

    private int add(Step step) {
        steps.add(step);
        return steps.size() - 1;
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
