package io.riskloom.engine.model;

/** Names of metrics as CONTRACTS.md fixes them; every one is computed on test data only. */
public final class Metric {
    public static final String MAE = "mae";
    public static final String RMSE = "rmse";
    public static final String MASE = "mase";
    public static final String REL_MAE = "relMae";
    public static final String SMAPE = "smape";
    public static final String CRPS = "crps";
    public static final String COVERAGE_90 = "coverage90";
    /** Share of actual values within the 50 % band. */
    public static final String COVERAGE_50 = "coverage50";

    /** Mean width of the 90 % band over the last value, in per cent. */
    public static final String WIDTH_90 = "width90";

    /** Mean absolute error of the log volatility. */
    public static final String LOG_MAE = "logMae";

    /**
     * σ²/f² − ln(σ²/f²) − 1 with realised volatility σ and forecast f, as a mean (Patton 2011). Its least is at the mean of σ²;
     * networks and plain models forecast the middle of ln σ, for which {@link #LOG_MAE} is least: no model is at its best here.
     */
    public static final String QLIKE = "qlike";

    /** Lag of the actual series that the forecasts fit best: as many as the steps ahead where they repeat the last value. */
    public static final String BEST_LAG = "bestLag";

    public static final String MAX_DRAWDOWN = "maxDrawdown";
    /** Units of capital traded in a year. */
    public static final String TURNOVER = "turnover";

    public static final String DIRECTIONAL_ACCURACY = "directionalAccuracy";
    public static final String DM_P_VALUE = "dmPValue";
    public static final String SHARPE_NET = "sharpeNet";
    public static final String AUC = "auc";
    public static final String GINI = "gini";
    public static final String KS = "ks";
    public static final String BRIER = "brier";
    public static final String LOG_LOSS = "logLoss";
    /** Probability from which an applicant is refused, chosen on validation data; accuracy and its kin are taken at it. */
    public static final String CUT_OFF = "cutOff";

    /** AUC of telling planted applicants, whose columns were dealt out among others, from real ones. */
    public static final String PLANTED_AUC = "plantedAuc";

    /** Spearman's ρ of a detector's scores with its challenger's. */
    public static final String AGREEMENT = "agreement";

    public static final String ACCURACY = "accuracy";
    public static final String PRECISION = "precision";
    public static final String RECALL = "recall";
    public static final String F1 = "f1";
    public static final String PR_AUC = "prAuc";
    /** Cox's slope of logit P(bad) over the logit of the answer: 1 is right, below 1 the answers are too extreme. */
    public static final String CALIBRATION_SLOPE = "calibrationSlope";

    /** The intercept beside that slope; 0 is right. */
    public static final String CALIBRATION_INTERCEPT = "calibrationIntercept";

    /** The slope before calibration. */
    public static final String CALIBRATION_SLOPE_RAW = "calibrationSlopeRaw";

    /** p-value of the Hosmer-Lemeshow test with 10 groups. */
    public static final String HOSMER_LEMESHOW = "hosmerLemeshow";

    public static final String WASSERSTEIN_1 = "wasserstein1";
    public static final String WASSERSTEIN_5 = "wasserstein5";
    public static final String WASSERSTEIN_20 = "wasserstein20";
    public static final String WASSERSTEIN_100 = "wasserstein100";
    public static final String KURTOSIS_ERROR = "kurtosisError";
    /** L2 distance of the autocorrelations of |r| over lags 1 … 50, mean over paths as long as the test span. */
    public static final String ACF_ABS_ERROR = "acfAbsError";
    /** L2 distance of corr(r(t), r²(t + lag)) over lags 1 … 20. */
    public static final String LEVERAGE_ERROR = "leverageError";

    public static final String VAR_ERROR_01 = "varError01";
    public static final String ES_ERROR_01 = "esError01";
    public static final String VAR_ERROR_05 = "varError05";
    public static final String ES_ERROR_05 = "esError05";
    /** Mean gap of Hill's index over the two tails. */
    public static final String TAIL_INDEX_ERROR = "tailIndexError";
    /** Relative error of the mean largest drawdown within 252 steps. */
    public static final String DRAWDOWN_ERROR = "drawdownError";
    /** Mean gap of the correlations between series. */
    public static final String CORRELATION_ERROR = "correlationError";
    /** Stylised facts within the 90 % band of the test span. */
    public static final String FACTS_INSIDE = "factsInside";
    /** How far the stylised facts are from those of the test span: 0 for equal, 1 for the edge of the 90 % bands. */
    public static final String FACT_SCORE = "factScore";
    /** Median distance of generated windows to the nearest training window over that of training windows to each other. */
    public static final String NEAREST_REAL_RATIO = "nearestRealRatio";
    /** Share of generated windows that are nearer to a training window than the nearest 1 % of training windows. */
    public static final String NEAR_COPIES = "nearCopies";

    private Metric() {}
}
