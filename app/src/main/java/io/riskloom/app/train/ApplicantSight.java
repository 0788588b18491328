package io.riskloom.app.train;

import io.riskloom.engine.feature.RowPicture;
import java.util.Arrays;
import java.util.List;

/** What a network is given of one applicant. */
sealed interface ApplicantSight {

    /** The applicant's cells as the file has them. */
    List<Cell> cells();

    /** @param value as text; empty where the cell is missing */
    record Cell(String column, String value) {}

    /**
     * A picture.
     *
     * @param pixels side × side, not a number where no input lies
     * @param seen   pixels of an edge that the network sees, once the picture is enlarged
     */
    record Picture(List<Cell> cells, RowPicture place, double[][] pixels, int seen) implements ApplicantSight {
        public Picture {
            cells = List.copyOf(cells);
        }

        /** Name of the input at each pixel, row by row, empty where none lies. */
        List<String> labels() {
            return Arrays.stream(place.input())
                    .mapToObj(input -> input < 0 ? "" : place.labels().get(input))
                    .toList();
        }
    }

    /**
     * Months.
     *
     * @param features the oldest and the newest column of each
     * @param values   features × months, oldest first, in standard deviations
     * @param fixed    columns that stand still
     */
    record Months(List<Cell> cells, List<String> features, double[][] values, List<String> fixed)
            implements ApplicantSight {
        public Months {
            cells = List.copyOf(cells);
            features = List.copyOf(features);
            fixed = List.copyOf(fixed);
        }
    }
}
