package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;

/**
 * Residual networks (He et al. 2015, table 1) with torchvision's v1.5 strides: 7×7 stem, max pool, four stages, global
 * average pool, dense layer. With 1,000 classes 11,689,512 parameters (18), 21,797,672 (34) and 25,557,032 (50). A
 * picture with one channel is copied to the stem's three.
 */
enum ResNet {
    RESNET18(false, 2, 2, 2, 2),
    RESNET34(false, 3, 4, 6, 3),
    RESNET50(true, 3, 4, 6, 3);

    private static final int CHANNELS = 3;
    private static final int STEM = 64;
    /** Pixels a side. */
    private static final int LARGE = 64;

    private final boolean bottleneck;
    private final int[] blocks;

    ResNet(boolean bottleneck, int... blocks) {
        this.bottleneck = bottleneck;
        this.blocks = blocks;
    }

    /**
     * For pictures of that shape. The many 1×1 convolutions of ResNet-50 take an eighth less time with the channels innermost
     * where pictures are large enough; the other networks and smaller pictures gain nothing or lose.
     */
    Network network(int classes, Shape picture) {
        Network network = new Network(of(classes), picture);
        return bottleneck && picture.get(1) >= LARGE ? network.channelsLast() : network;
    }

    Chain of(int classes) {
        return of(classes, 0);
    }

    /** @param dropout before the dense layer */
    Chain of(int classes, double dropout) {
        Chain chain = new Chain()
                .then("channels", ResNet::threeChannels)
                .add(
                        "stem",
                        new Chain()
                                .add("conv", Residual.conv(STEM, 7, 2))
                                .add("norm", Residual.norm())
                                .then("relu", Residual::relu))
                .add("pool", new MaxPool(3, 2, 1));
        for (int i = 0; i < blocks.length; i++) {
            chain.add("stage" + (i + 1), stage(i));
        }
        return chain.then("average", x -> x.mean(new int[] {3}).mean(new int[] {2}))
                .dropout("dropout", dropout)
                .add("head", Linear.builder().setUnits(classes).build());
    }

    /** All stages but the first halve the picture in their first block; all but a basic first one widen it there. */
    private Block stage(int index) {
        int planes = STEM << index;
        Chain stage = new Chain();
        for (int i = 0; i < blocks[index]; i++) {
            int stride = i == 0 && index > 0 ? 2 : 1;
            boolean project = i == 0 && (index > 0 || bottleneck);
            stage.add(
                    "block" + (i + 1),
                    bottleneck
                            ? Residual.bottleneck(planes, stride, project)
                            : Residual.basic(planes, stride, project));
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
