package io.riskloom.app.credit;

/** What the validation view can show. */
enum Plot {
    ROC,
    CAP,
    PR,
    KS,
    CALIBRATION,
    BRIER,
    HOSMER_LEMESHOW,
    LIFT,
    DISTRIBUTION,
    PROFIT,
    STABILITY;

    /** Whether plain models can be drawn beside the network. */
    boolean compares() {
        return switch (this) {
            case ROC, CAP, PR, CALIBRATION, LIFT, PROFIT -> true;
            case KS, BRIER, HOSMER_LEMESHOW, DISTRIBUTION, STABILITY -> false;
        };
    }

    /** Whether the cut-off is marked in it. */
    boolean cuts() {
        return switch (this) {
            case ROC, CAP, PR, KS, LIFT, DISTRIBUTION, PROFIT -> true;
            case CALIBRATION, BRIER, HOSMER_LEMESHOW, STABILITY -> false;
        };
    }

    /** Key of its words under {@code credit.plot.}. */
    String key() {
        return switch (this) {
            case ROC -> "roc";
            case CAP -> "cap";
            case PR -> "pr";
            case KS -> "ks";
            case CALIBRATION -> "calibration";
            case BRIER -> "brier";
            case HOSMER_LEMESHOW -> "hosmerLemeshow";
            case LIFT -> "lift";
            case DISTRIBUTION -> "distribution";
            case PROFIT -> "profit";
            case STABILITY -> "stability";
        };
    }
}
