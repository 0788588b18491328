package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/**
 * ResNet-50 (He et al. 2015) with torchvision's v1.5 strides: 7×7 stem, max pool, 3-4-6-3 bottlenecks, global average
 * pool, dense layer; 25,557,032 parameters with 1,000 classes. A picture with one channel is copied to the stem's
 * three.
 */
final class ResNet50 {
    static final int CHANNELS = 3;
    static final List<String> LAYERS = List.of("stem", "stage1", "stage2", "stage3", "stage4");

    private static final int[] BLOCKS = {3, 4, 6, 3};

    private ResNet50() {}

    static Chain of(int classes) {
        Chain chain = new Chain()
                .then("channels", ResNet50::threeChannels)
                .add(
                        "stem",
                        new Chain()
                                .add("conv", Bottleneck.conv(64, 7, 2))
                                .add("norm", Bottleneck.norm())
                                .then("relu", Bottleneck::relu))
                .add("pool", Pool.maxPool2dBlock(new Shape(3, 3), new Shape(2, 2), new Shape(1, 1)));
        for (int i = 0; i < BLOCKS.length; i++) {
            chain.add("stage" + (i + 1), stage(64 << i, BLOCKS[i], i == 0 ? 1 : 2));
        }
        return chain.then("average", x -> x.mean(new int[] {3}).mean(new int[] {2}))
                .add("head", Linear.builder().setUnits(classes).build());
    }

    private static Block stage(int planes, int blocks, int stride) {
        Chain stage = new Chain();
        for (int i = 0; i < blocks; i++) {
            stage.add("block" + (i + 1), new Bottleneck(planes, i == 0 ? stride : 1, i == 0));
        }
        return stage;
    }

    private static NDArray threeChannels(NDArray pictures) {
        if (pictures.getShape().get(1) == CHANNELS) {
            return pictures;
        }
        return NDArrays.concat(new NDList(pictures, pictures, pictures), 1);
    }
}
