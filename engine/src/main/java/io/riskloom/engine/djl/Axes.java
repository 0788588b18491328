package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.LongStream;

/** What the axes of a layer's answer stand for; the first is always the rows of the batch. */
enum Axes {
    /** rows × channels × rows of a map × columns of it */
    PICTURE,
    /** rows × channels × days */
    CHANNELS_DAYS,
    /** rows × days × channels */
    DAYS_CHANNELS,
    /** rows × numbers */
    FLAT;

    static Axes of(Shape sample) {
        return switch (sample.dimension()) {
            case 3 -> PICTURE;
            case 2 -> DAYS_CHANNELS;
            default -> FLAT;
        };
    }

    int channels(Shape batch) {
        return Math.toIntExact(batch.get(this == DAYS_CHANNELS ? 2 : 1));
    }

    /** Of a map: 1 where there is one cell or a row of days. */
    int rows(Shape batch) {
        return this == PICTURE ? Math.toIntExact(batch.get(2)) : 1;
    }

    int columns(Shape batch) {
        return switch (this) {
            case PICTURE -> Math.toIntExact(batch.get(3));
            case CHANNELS_DAYS -> Math.toIntExact(batch.get(2));
            case DAYS_CHANNELS -> Math.toIntExact(batch.get(1));
            case FLAT -> 1;
        };
    }

    /** Of one answer, days before channels. */
    List<Integer> shown(Shape batch) {
        if (this == CHANNELS_DAYS) {
            return List.of(columns(batch), channels(batch));
        }
        return LongStream.of(batch.slice(1).getShape())
                .mapToObj(Math::toIntExact)
                .toList();
    }

    /** Maps one channel after the other, of one answer in its own order. */
    float[] byChannel(float[] answer, Shape batch) {
        if (this != DAYS_CHANNELS) {
            return answer;
        }
        int channels = channels(batch);
        int days = columns(batch);
        float[] turned = new float[answer.length];
        for (int t = 0; t < days; t++) {
            for (int c = 0; c < channels; c++) {
                turned[c * days + t] = answer[t * channels + c];
            }
        }
        return turned;
    }
}
