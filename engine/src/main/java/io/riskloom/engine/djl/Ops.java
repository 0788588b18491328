package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;

/**
 * Methods of the TorchScript module {@code ops.pt}, whose source {@code ops.py} lies beside it: what takes one call of
 * the native library instead of one for each weight. Loaded once in a process and never freed. It has no weights and lies in
 * the processor's memory, so that it works where a GPU is there and fails; its methods work where their arguments lie.
 */
final class Ops {
    private Ops() {}

    private static final class Holder {
        private static final PtSymbolBlock MODULE = load();
        private static final NDArray SLOPE = method("slope");
        private static final NDArray CHANNELS_LAST = method("channels_last");
        private static final NDArray ZEROS = method("zeros");

        private static PtSymbolBlock load() {
            try (InputStream in = Ops.class.getResourceAsStream("ops.pt")) {
                if (in == null) {
                    throw new IOException("ops.pt is not on the class path");
                }
                PtNDManager manager = (PtNDManager) Torch.engine().newBaseManager(Device.cpu());
                return JniUtils.loadModule(manager, in, false, false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** DJL reads the method's name off an argument, the only way that leaves the recording of gradients as it is. */
        private static NDArray method(String name) {
            NDArray word = Torch.engine().newBaseManager(Device.cpu()).zeros(new Shape());
            word.setName("module_method:" + name);
            return word;
        }
    }

    /**
     * The gradient of Σy with respect to x, with its own graph, so that it can be part of a loss.
     *
     * @param y recorded, and its graph stays usable
     * @param x a leaf that y depends on
     */
    static NDArray slope(NDArray y, NDArray x) {
        return answer(Holder.SLOPE, y, x);
    }

    /** Lays the numbers of a weight of four axes out with the channels innermost. Shape and values stay. */
    static void channelsLast(NDArray weight) {
        answer(Holder.CHANNELS_LAST, weight).close();
    }

    /** Zeros of a weight's shape and layout, in its manager. */
    static NDArray zeros(NDArray weight) {
        return answer(Holder.ZEROS, weight);
    }

    /** Copies values of the same shape into an array, which keeps its layout. */
    static void put(NDArray values, NDArray target) {
        try (IValue place = IValue.from((PtNDArray) target)) {
            call("put", values, new IValue[] {place});
        }
    }

    private static NDArray answer(NDArray method, NDArray... arguments) {
        NDList list = new NDList(arguments);
        list.add(method);
        return IValueUtils.forward(Holder.MODULE, list, true).singletonOrThrow();
    }

    /** Arrays as a native list that refers to them; close it when they are no longer stepped. */
    static IValue list(Collection<NDArray> arrays) {
        return IValue.listFrom(arrays.stream().map(a -> (PtNDArray) a).toArray(PtNDArray[]::new));
    }

    /**
     * Calls a method whose answer is a number.
     *
     * @param loss    first argument
     * @param lists   the next ones, which stay open
     * @param numbers the rest: {@code Double}, {@code Long} or {@code Boolean}
     */
    static double call(String method, NDArray loss, IValue[] lists, Object... numbers) {
        IValue[] arguments = new IValue[1 + lists.length + numbers.length];
        arguments[0] = IValue.from((PtNDArray) loss);
        System.arraycopy(lists, 0, arguments, 1, lists.length);
        for (int i = 0; i < numbers.length; i++) {
            arguments[1 + lists.length + i] = value(numbers[i]);
        }
        try (IValue answer = IValueUtils.runMethod(Holder.MODULE, method, arguments)) {
            return answer.toDouble();
        } finally {
            arguments[0].close();
            for (int i = 1 + lists.length; i < arguments.length; i++) {
                arguments[i].close();
            }
        }
    }

    /**
     * The gradient of a recorded loss with respect to each weight of a list, in its order and in the loss's manager; zeros
     * where the loss does not depend on one. Its graph is used up.
     */
    static NDList gradients(NDArray loss, IValue weights) {
        IValue[] arguments = {IValue.from((PtNDArray) loss), weights, IValue.from(0.0), IValue.from(0.0)};
        try (IValue answer = IValueUtils.runMethod(Holder.MODULE, "gradients", arguments)) {
            return answer.toNDList((PtNDManager) loss.getManager());
        } finally {
            arguments[0].close();
            arguments[2].close();
            arguments[3].close();
        }
    }

    private static IValue value(Object number) {
        return switch (number) {
            case Double d -> IValue.from(d.doubleValue());
            case Long l -> IValue.from(l.longValue());
            case Boolean b -> IValue.from(b.booleanValue());
            default -> throw new IllegalArgumentException("not a number of TorchScript: " + number);
        };
    }
}
