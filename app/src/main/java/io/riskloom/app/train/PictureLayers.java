package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.NetworkSizes;

/** The layers of the networks over pictures, of windows or of applicants. A field grows by (kernel − 1)·(product of the strides before). */
final class PictureLayers {
    private static final int CHANNELS = 3;
    private static final int STEM = 64;
    private static final int EXPANSION = 4;

    private final Layers layers;
    private int height;
    private int width;
    private long field = 1;
    private long jump = 1;
    private long parameters;
    private long multiplyAdds;
    private long kept;

    private PictureLayers(Layers layers, int height, int width) {
        this.layers = layers;
        this.height = height;
        this.width = width;
    }

    static LayerPlan of(NetworkSizes sizes) {
        return switch (sizes.model()) {
            case "resnet18", "resnet34", "resnet50" ->
                resNet(sizes.model(), sizes.height(), sizes.width(), sizes.outputs());
            case "cnn" ->
                cnn(new Layers().shape("train.layer.picture", 1, sizes.height(), sizes.width()), sizes, 1)
                        .linear("train.layer.linear", sizes.units(), sizes.outputs())
                        .plan(false);
            default -> throw new IllegalArgumentException("no network over pictures " + sizes.model());
        };
    }

    /**
     * With 1,000 outputs 11,689,512, 21,797,672 or 25,557,032 parameters (He et al. 2015, table 1, with batch norm's scale
     * and shift counted as PyTorch does).
     */
    static LayerPlan resNet(String model, int height, int width, int outputs) {
        long[] shape = {1, height, width};
        long kept = (long) CHANNELS * height * width;
        Layers layers = new Layers().add(Notice.of("train.layer.image"), 0, 0, 0, kept, shape);
        return resNet(layers, model, height, width)
                .linear("train.layer.linear", features(model), outputs)
                .plan(false);
    }

    /** Numbers that a residual network gives of a picture. */
    static long features(String model) {
        return 8L * STEM * (model.equals("resnet50") ? EXPANSION : 1);
    }

    /** @param layers up to a picture of three channels; those up to the mean of each map are added */
    static Layers resNet(Layers layers, String model, int height, int width) {
        PictureLayers picture = new PictureLayers(layers, height, width);
        boolean bottleneck = model.equals("resnet50");
        int[] blocks = model.equals("resnet18") ? new int[] {2, 2, 2, 2} : new int[] {3, 4, 6, 3};
        picture.normed(CHANNELS, STEM, 7, 2);
        picture.kept += picture.size(STEM);
        picture.row(Notice.of("train.layer.stem"), STEM);
        picture.slide(3, 2);
        picture.stride(2);
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
        return layers.shape("train.layer.average", in);
    }

    /**
     * A stem of stride 1, one residual block a stage, each but the first half as wide and high and twice as deep, and all
     * numbers of the last in one row.
     *
     * @param layers up to a picture of three channels
     * @param planes maps of the stem and the first stage
     */
    static Layers narrow(Layers layers, int side, int planes, int stages) {
        PictureLayers picture = new PictureLayers(layers, side, side);
        picture.normed(CHANNELS, planes, 3, 1);
        picture.kept += picture.size(planes);
        picture.row(Notice.of("train.layer.stem.narrow"), planes);
        long in = planes;
        for (int stage = 0; stage < stages; stage++) {
            in = picture.basic(in, (long) planes << stage, stage == 0 ? 1 : 2);
            picture.row(Notice.of("train.layer.stage.narrow", stage + 1), in);
        }
        return layers.shape("train.layer.flat", picture.size(in));
    }

    /** @param layers up to a picture of so many channels; those up to the hidden layer are added */
    static Layers cnn(Layers layers, NetworkSizes sizes, int channels) {
        int kernel = sizes.kernel();
        PictureLayers picture = new PictureLayers(layers, sizes.height(), sizes.width());
        long in = channels;
        for (int layer = 1; layer <= 3; layer++) {
            long out = layer == 1 ? sizes.filters() : 2L * sizes.filters();
            picture.slide(kernel, 1);
            picture.height = convolved(picture.height, kernel);
            picture.width = convolved(picture.width, kernel);
            picture.count(in, out, kernel);
            picture.parameters += out;
            picture.kept += picture.size(out);
            picture.row(Notice.of("train.layer.conv", kernel), out);
            picture.slide(2, 2);
            picture.height /= 2;
            picture.width /= 2;
            picture.kept += picture.maxima(out);
            picture.row(Notice.of("train.layer.pool2"), out);
            in = out;
        }
        long flat = picture.size(in);
        layers.shape("train.layer.flat", flat);
        return layers.linear("train.layer.relu", flat, sizes.units()).dropout(sizes.dropout(), sizes.units());
    }

    /** The padding of (kernel − 1) / 2 takes a row and a column from the picture where the kernel is even. */
    private static int convolved(int side, int kernel) {
        return kernel % 2 == 0 ? side - 1 : side;
    }

    /** What a convolution of the small network and the pooling after it leave of a side. */
    static int pooled(int side, int kernel) {
        return convolved(side, kernel) / 2;
    }

    private long basic(long in, long planes, int stride) {
        normed(in, planes, 3, stride);
        kept += size(planes);
        normed(planes, planes, 3, 1);
        return shortcut(in, planes, stride);
    }

    private long bottleneck(long in, long planes, int stride) {
        normed(in, planes, 1, 1);
        kept += size(planes);
        normed(planes, planes, 3, stride);
        kept += size(planes);
        normed(planes, planes * EXPANSION, 1, 1);
        return shortcut(in, planes * EXPANSION, stride);
    }

    /** A 1×1 convolution with batch norm where the shape changes; its field lies within the main branch's. */
    private long shortcut(long in, long out, int stride) {
        if (in != out || stride != 1) {
            count(in, out, 1);
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
        stride(stride);
        count(in, out, kernel);
        parameters += 2 * out;
        kept += size(out);
    }

    private long size(long channels) {
        return channels * height * width;
    }

    /** The largest of each field, and where it stood as a number twice as long. */
    private long maxima(long channels) {
        return 3 * size(channels);
    }

    private void slide(int kernel, int stride) {
        field += (kernel - 1) * jump;
        jump *= stride;
    }

    /** Steps of two halve the picture, upwards. */
    private void stride(int stride) {
        height = (height + stride - 1) / stride;
        width = (width + stride - 1) / stride;
    }

    /** A convolution that answers once for each place of the picture as it is now. */
    private void count(long in, long out, int kernel) {
        long weights = in * out * kernel * kernel;
        parameters += weights;
        multiplyAdds += weights * height * width;
    }

    private void row(Notice name, long channels) {
        layers.add(name, parameters, multiplyAdds, field, kept, channels, height, width);
        parameters = 0;
        multiplyAdds = 0;
        kept = 0;
    }
}
