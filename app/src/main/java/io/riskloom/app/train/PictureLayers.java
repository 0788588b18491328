package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ClassifySpec;

/** The layers of the networks over pictures. A field grows by (kernel − 1)·(product of the strides before). */
final class PictureLayers {
    private static final int CHANNELS = 3;
    private static final int STEM = 64;
    private static final int EXPANSION = 4;

    private final Layers layers = new Layers();
    private int side;
    private long field = 1;
    private long jump = 1;
    private long parameters;
    private long multiplyAdds;
    private long kept;

    private PictureLayers(int side) {
        this.side = side;
    }

    static LayerPlan of(ClassifySpec spec) {
        return switch (spec.model()) {
            case "resnet18", "resnet34", "resnet50" -> resNet(spec.model(), spec.imageSize(), 1);
            case "cnn" -> cnn(spec);
            default -> throw new IllegalArgumentException("no classifier " + spec.model());
        };
    }

    /**
     * With 1,000 classes 11,689,512, 21,797,672 or 25,557,032 parameters (He et al. 2015, table 1, with batch norm's scale
     * and shift counted as PyTorch does).
     */
    static LayerPlan resNet(String model, int size, int classes) {
        PictureLayers picture = new PictureLayers(size);
        boolean bottleneck = model.equals("resnet50");
        int[] blocks = model.equals("resnet18") ? new int[] {2, 2, 2, 2} : new int[] {3, 4, 6, 3};
        picture.layers.add(Notice.of("train.layer.image"), 0, 0, 0, (long) CHANNELS * size * size, 1, size, size);
        picture.normed(CHANNELS, STEM, 7, 2);
        picture.kept += picture.size(STEM);
        picture.row(Notice.of("train.layer.stem"), STEM);
        picture.slide(3, 2);
        picture.side = halved(picture.side);
        picture.kept += picture.maxima(STEM);
        picture.row(Notice.of("train.layer.pool"), STEM);
        long in = STEM;
        for (int stage = 0; stage < blocks.length; stage++) {
            int planes = STEM << stage;
            for (int block = 0; block < blocks[stage]; block++) {
                int stride = block == 0 && stage > 0 ? 2 : 1;
                in = bottleneck ? picture.bottleneck(in, planes, stride) : picture.basic(in, planes, stride);
            }
            String key = bottleneck ? "train.layer.stage" : "train.layer.stage.basic";
            picture.row(Notice.of(key, stage + 1, blocks[stage]), in);
        }
        picture.layers.shape("train.layer.average", in);
        return picture.layers.linear("train.layer.linear", in, classes).plan(false);
    }

    private static LayerPlan cnn(ClassifySpec spec) {
        PictureLayers picture = new PictureLayers(spec.imageSize());
        picture.layers.shape("train.layer.picture", 1, spec.imageSize(), spec.imageSize());
        long in = 1;
        for (int layer = 1; layer <= 3; layer++) {
            long out = layer == 1 ? spec.filters() : 2L * spec.filters();
            picture.slide(spec.kernel(), 1);
            picture.side = convolved(picture.side, spec.kernel());
            picture.count(in, out, spec.kernel(), picture.side);
            picture.parameters += out;
            picture.kept += picture.size(out);
            picture.row(Notice.of("train.layer.conv", spec.kernel()), out);
            picture.slide(2, 2);
            picture.side /= 2;
            picture.kept += picture.maxima(out);
            picture.row(Notice.of("train.layer.pool2"), out);
            in = out;
        }
        long flat = in * picture.side * picture.side;
        picture.layers.shape("train.layer.flat", flat);
        picture.layers.linear("train.layer.relu", flat, spec.units()).dropout(spec.dropout(), spec.units());
        return picture.layers.linear("train.layer.linear", spec.units(), 1).plan(false);
    }

    /** The padding of (kernel − 1) / 2 takes a row from the picture where the kernel is even. */
    private static int convolved(int side, int kernel) {
        return kernel % 2 == 0 ? side - 1 : side;
    }

    /** What a convolution of the small network and the pooling after it leave of a side. */
    static int pooled(int side, int kernel) {
        return convolved(side, kernel) / 2;
    }

    private long basic(long in, long planes, int stride) {
        int before = side;
        normed(in, planes, 3, stride);
        kept += size(planes);
        normed(planes, planes, 3, 1);
        return shortcut(in, planes, stride, before);
    }

    private long bottleneck(long in, long planes, int stride) {
        int before = side;
        normed(in, planes, 1, 1);
        kept += size(planes);
        normed(planes, planes, 3, stride);
        kept += size(planes);
        normed(planes, planes * EXPANSION, 1, 1);
        return shortcut(in, planes * EXPANSION, stride, before);
    }

    /** A 1×1 convolution with batch norm where the shape changes; its field lies within the main branch's. */
    private long shortcut(long in, long out, int stride, int before) {
        if (in != out || stride != 1) {
            count(in, out, 1, stride == 1 ? before : halved(before));
            parameters += 2 * out;
            kept += size(out);
        }
        kept += size(out); // the rectified sum
        return out;
    }

    /**
     * A convolution without bias that keeps the picture's size but for its stride, and batch norm's scale and shift; batch
     * norm keeps what it was given.
     */
    private void normed(long in, long out, int kernel, int stride) {
        slide(kernel, stride);
        side = stride == 1 ? side : halved(side);
        count(in, out, kernel, side);
        parameters += 2 * out;
        kept += size(out);
    }

    private long size(long channels) {
        return channels * side * side;
    }

    /** The largest of each field, and where it stood as a number twice as long. */
    private long maxima(long channels) {
        return 3 * size(channels);
    }

    private void slide(int kernel, int stride) {
        field += (kernel - 1) * jump;
        jump *= stride;
    }

    private void count(long in, long out, int kernel, int answers) {
        long weights = in * out * kernel * kernel;
        parameters += weights;
        multiplyAdds += weights * answers * answers;
    }

    private void row(Notice name, long channels) {
        layers.add(name, parameters, multiplyAdds, field, kept, channels, side, side);
        parameters = 0;
        multiplyAdds = 0;
        kept = 0;
    }

    private static int halved(int side) {
        return (side + 1) / 2;
    }
}
