package io.riskloom.engine.djl;

/** Means of what the updates of some steps told. */
final class ArenaMeans {
    private final Sum discriminator = new Sum();
    private final Sum generator = new Sum();

    private static final class Sum {
        private int updates;
        private double loss;
        private double penalty;
        private double norm;

        boolean add(ArenaTaught taught) {
            if (!taught.finite()) {
                return false;
            }
            updates++;
            loss += taught.loss();
            penalty += taught.penalty();
            norm += taught.norm();
            return true;
        }

        /** NaN before the first update. */
        ArenaTaught mean() {
            return new ArenaTaught(loss / updates, penalty / updates, norm / updates);
        }
    }

    /** Of both networks; numbers of one that was not taught are NaN. */
    record Values(ArenaTaught discriminator, ArenaTaught generator) {
        static final Values NONE = new Values(ArenaTaught.UNKNOWN, ArenaTaught.UNKNOWN);
    }

    /** @return whether its numbers are finite; else it does not count */
    boolean discriminator(ArenaTaught taught) {
        return discriminator.add(taught);
    }

    /** @return whether its numbers are finite; else it does not count */
    boolean generator(ArenaTaught taught) {
        return generator.add(taught);
    }

    /** Earlier values stand for a network that was not taught. */
    Values values(Values earlier) {
        return new Values(
                discriminator.updates > 0 ? discriminator.mean() : earlier.discriminator(),
                generator.updates > 0 ? generator.mean() : earlier.generator());
    }
}
