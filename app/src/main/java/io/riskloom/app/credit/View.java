package io.riskloom.app.credit;

/** What the credit page shows. */
public enum View {
    /** Verdict, key figures, the plain models beside the network, the folds of a study. */
    OVERVIEW,
    /** Charts and numbers that a validator asks for. */
    VALIDATION,
    /** The points table that a bank would use. */
    SCORECARD,
    /** Why an applicant was scored so. */
    EXPLAIN,
    /** Groups of applicants, disturbed inputs. */
    FAIRNESS,
    /** Other applicants than those of the run. */
    SCORE
}
