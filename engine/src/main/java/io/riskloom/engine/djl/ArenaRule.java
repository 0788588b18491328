package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import io.riskloom.engine.lesson.ArenaSettings;

/** Losses of a duel row by row, from the discriminator's last number; see {@link ArenaSettings.Rule}. */
enum ArenaRule {
    ORIGINAL("original", 0) {
        @Override
        NDArray onReal(NDArray answers) {
            return softplus(answers.neg());
        }

        @Override
        NDArray onFake(NDArray answers) {
            return softplus(answers);
        }

        @Override
        NDArray ofGenerator(NDArray answers) {
            return softplus(answers.neg());
        }

        @Override
        double told(double answer) {
            return Losses.sigmoid(answer);
        }
    },
    LEAST_SQUARES("least-squares", 0.5) {
        @Override
        NDArray onReal(NDArray answers) {
            return halfSquare(answers.sub(1));
        }

        @Override
        NDArray onFake(NDArray answers) {
            return halfSquare(answers);
        }

        @Override
        NDArray ofGenerator(NDArray answers) {
            return halfSquare(answers.sub(1));
        }
    },
    WASSERSTEIN("wasserstein", 0) {
        @Override
        NDArray onReal(NDArray answers) {
            return answers.neg();
        }

        @Override
        NDArray onFake(NDArray answers) {
            return answers;
        }

        @Override
        NDArray ofGenerator(NDArray answers) {
            return answers.neg();
        }
    },
    HINGE("hinge", 0) {
        @Override
        NDArray onReal(NDArray answers) {
            return Residual.relu(answers.neg().add(1));
        }

        @Override
        NDArray onFake(NDArray answers) {
            return Residual.relu(answers.add(1));
        }

        @Override
        NDArray ofGenerator(NDArray answers) {
            return answers.neg();
        }
    };

    private final String loss;
    private final double border;

    /** @param border answers above it call a row real */
    ArenaRule(String loss, double border) {
        this.loss = loss;
        this.border = border;
    }

    static ArenaRule of(ArenaSettings.Rule rule) {
        for (ArenaRule known : values()) {
            if (known.loss.equals(rule.loss())) {
                return known;
            }
        }
        throw new IllegalArgumentException("no loss " + rule.loss());
    }

    /** The discriminator's loss on real rows, recorded. */
    abstract NDArray onReal(NDArray answers);

    /** The discriminator's loss on generated rows, recorded. */
    abstract NDArray onFake(NDArray answers);

    /** The generator's loss, recorded. */
    abstract NDArray ofGenerator(NDArray answers);

    /** An answer as it is shown. */
    double told(double answer) {
        return answer;
    }

    boolean callsReal(double answer) {
        return answer > border;
    }

    private static NDArray softplus(NDArray x) {
        return x.getNDArrayInternal().softPlus();
    }

    private static NDArray halfSquare(NDArray x) {
        return Recorded.times(x.square(), 0.5);
    }
}
