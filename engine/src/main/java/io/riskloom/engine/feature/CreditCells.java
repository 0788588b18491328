package io.riskloom.engine.feature;

/** Writes the inputs of one column for many rows. */
final class CreditCells {

    private CreditCells() {}

    /**
     * @param values of the column, NaN where missing
     * @param at     first input of the column
     * @return the input after its last
     */
    static int numbers(CreditEncoder.Field field, double[] values, int[] rows, float[][] out, int at) {
        RankNormal ranks = field.knots().isEmpty() ? null : new RankNormal(field.knots());
        double[] specials = field.specials().stream().mapToDouble(v -> v).toArray();
        double[] codes = field.codes().stream().mapToDouble(v -> v).toArray();
        int firstSpecial = at + (field.gaps() ? 2 : 1);
        int firstCode = firstSpecial + specials.length;
        for (int i = 0; i < rows.length; i++) {
            double value = values[rows[i]];
            int special = place(specials, value);
            boolean missing = Double.isNaN(value);
            double level = missing || special >= 0 ? field.fill() : ranks == null ? value : ranks.of(value);
            out[i][at] = (float) ((level - field.mean()) / field.scale());
            if (missing && field.gaps()) {
                out[i][at + 1] = 1;
            }
            if (special >= 0) {
                out[i][firstSpecial + special] = 1;
            }
            int code = place(codes, value);
            if (code >= 0) {
                out[i][firstCode + code] = 1;
            }
        }
        return firstCode + codes.length;
    }

    private static int place(double[] numbers, double value) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == value) {
                return i;
            }
        }
        return -1;
    }

    /**
     * @param codes index into the field's levels, one past them where the cell is missing, −1 for another level
     * @param at    first input of the column
     * @return the input after its last
     */
    static int levels(CreditEncoder.Field field, int[] codes, int[] rows, float[][] out, int at) {
        int levels = field.levels().size();
        int missing = levels + (field.others() ? 1 : 0);
        for (int i = 0; i < rows.length; i++) {
            int code = codes[rows[i]];
            if (code == levels) {
                if (field.gaps()) {
                    out[i][at + missing] = 1;
                }
            } else if (code >= 0) {
                out[i][at + code] = 1;
            } else if (field.others()) {
                out[i][at + levels] = 1;
            }
        }
        return at + missing + (field.gaps() ? 1 : 0);
    }
}
