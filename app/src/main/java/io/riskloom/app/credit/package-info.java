/** The page of credit scores: ranking, score distribution, and what a cut-off does to counts, rates and profit. */
package io.riskloom.app.credit;
